import Glibc
import Threads

/// Bytes to a server and what it says to them, without any library's idea of HTTP.
struct RawClient: ~Copyable {
    private let number: Int32

    init(port: Int) {
        number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        unsafe withUnsafePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = unsafe connect(number, $0, length)
            }
        }
    }

    deinit { close(number) }

    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = unsafe Glibc.send(number, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// All that comes until the server ends the connection.
    func received() -> String {
        var all: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = unsafe read(number, &part, part.count)
            guard count > 0 else { return String(decoding: all, as: UTF8.self) }
            all += part[..<count]
        }
    }

    /// What a server says to `text` until it ends the connection.
    ///
    /// On a thread of its own: the server under test needs those of Swift.
    static func exchange(_ port: Int, _ text: String) async -> String {
        await threads.run {
            let client = RawClient(port: port)
            client.send(text)
            return client.received()
        }
    }

    /// One request whose answer ends the connection.
    static func ask(_ port: Int, _ lines: String..., body: String = "") async -> String {
        let length = body.isEmpty ? [] : ["Content-Length: \(body.utf8.count)"]
        let head = (lines + length + ["Connection: close", "", ""]).joined(separator: "\r\n")
        return await exchange(port, head + body)
    }

    private static let threads = BlockingThreads()
}
