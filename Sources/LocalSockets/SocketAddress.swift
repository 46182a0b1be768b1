internal import Files
internal import Glibc

/// The name of a Unix socket in the form the kernel takes.
struct SocketAddress {
    private var address = sockaddr_un()
    private let length: socklen_t

    /// Throws `pathTooLong` beyond 107 bytes.
    init(_ path: String) throws(LocalSocketFault) {
        let bytes = PathText.bytes(of: path)
        guard (1...107).contains(bytes.count) else { throw .pathTooLong(path) }
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        length = socklen_t(2 + bytes.count + 1)
    }

    /// Calls `bind` or `connect` with this address.
    func pass(
        to socket: Int32, _ call: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        unsafe withUnsafePointer(to: address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe call(socket, $0, length)
            }
        }
    }

    /// A new Unix stream socket; throws `system`.
    static func socket(_ path: String) throws(LocalSocketFault) -> Int32 {
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        let number = Glibc.socket(AF_UNIX, type, 0)
        guard number >= 0 else { throw .system(FileFault(errno: errno, path)) }
        return number
    }
}
