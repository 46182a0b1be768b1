internal import Files
internal import Glibc

/// systemd, told by datagrams how the service is (sd_notify(3)).
package struct ServiceManager: Sendable {
    private let socket: Int32

    /// Talks to the socket at `address`, as NOTIFY_SOCKET names it; to nobody if that is nil.
    package init(_ address: String?) { socket = address.map { ServiceManager.connect($0) } ?? -1 }

    /// Sends a line such as `READY=1`; a manager that does not listen is not our failure.
    package func tell(_ line: String) {
        guard socket >= 0 else { return }
        let bytes = Array(line.utf8)
        unsafe _ = send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// A socket that sends to the one of that name; -1 if there is none.
    static func connect(_ name: String) -> Int32 {
        guard name.hasPrefix("/") || name.hasPrefix("@") else { return -1 }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var bytes = Array(name.utf8)
        guard bytes.count < 108 else { return -1 }
        // A name without a file begins with a zero.
        if bytes[0] == UInt8(ascii: "@") { bytes[0] = 0 }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        let type = Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue)
        let number = Glibc.socket(AF_UNIX, type, 0)
        guard number >= 0 else { return -1 }
        let length = socklen_t(2 + bytes.count)
        let result = unsafe withUnsafePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe Glibc.connect(number, $0, length)
            }
        }
        if result == 0 { return number }
        close(number)
        return -1
    }
}
