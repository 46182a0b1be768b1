import Glibc
import Synchronization

/// A server on loopback that takes one connection, says one text, and keeps what it was asked.
///
/// With nothing to say it keeps the connection open and silent.
final class CannedServer: Sendable {
    private struct NoSocket: Error {}

    let port: Int
    private let listener: Int32
    private let asked = Mutex("")

    init(answering answer: String) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let number = listener
        let done = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bound in
                unsafe bind(number, bound, length) == 0 && listen(number, 4) == 0
                    && getsockname(number, bound, &length) == 0
            }
        }
        guard done else { throw NoSocket() }
        port = Int(UInt16(bigEndian: address.sin_port))
        var thread = pthread_t()
        let work = unsafe Unmanaged.passRetained(Work(self, answer))
        let error = unsafe pthread_create(
            &thread, nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, work.toOpaque())
        guard error == 0 else { throw NoSocket() }
    }

    /// What the client sent, as far as it has come before the answer.
    func request() -> String { asked.withLock { $0 } }

    /// Listens no more.
    func close() {
        shutdown(listener, Int32(SHUT_RDWR))
        Glibc.close(listener)
    }

    private final class Work: Sendable {
        private let server: CannedServer
        private let answer: String

        init(_ server: CannedServer, _ answer: String) {
            self.server = server
            self.answer = answer
        }

        func run() {
            let client = accept(server.listener, nil, nil)
            guard client >= 0 else { return }
            defer { Glibc.close(client) }
            var bytes = [UInt8](repeating: 0, count: 8_192)
            var request = ""
            while !isWhole(request) {
                let count = unsafe recv(client, &bytes, bytes.count, 0)
                guard count > 0 else { return }
                request += String(decoding: bytes.prefix(count), as: UTF8.self)
            }
            server.asked.withLock { $0 = request }
            if answer.isEmpty { _ = unsafe recv(client, &bytes, bytes.count, 0) }
            var rest = Array(answer.utf8)[...]
            while !rest.isEmpty {
                let count = unsafe rest.withUnsafeBytes {
                    unsafe send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }

        private func isWhole(_ request: String) -> Bool {
            guard let end = request.firstRange(of: "\r\n\r\n") else { return false }
            guard let field = request.firstMatch(of: /Content-Length: (\d+)/) else { return true }
            return request[end.upperBound...].utf8.count >= Int(field.1) ?? 0
        }
    }
}
