package import Explaining
internal import Glibc

/// A TCP socket that listens on this machine alone.
///
/// There is no way to another address: who wants to be reached from a network puts a server with
/// TLS in front. It is made before a program gives up the right to make sockets.
package struct ListeningSocket: Sendable {
    /// Connections that may wait to be taken.
    static let backlog: Int32 = 256

    let number: Int32
    /// 1...65535.
    package let port: Int

    /// Listens on 127.0.0.1, on any free port if `port` is 0.
    ///
    /// Throws `port-taken`, `port-not-allowed` or `no-socket`.
    package init(port: Int) throws(ListeningFault) {
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue)
        let number = socket(AF_INET, type, 0)
        guard number >= 0 else { throw .refused(errno: errno) }
        do throws(ListeningFault) {
            try ListeningSocket.bind(number, port)
            self.port = try ListeningSocket.loopbackPort(of: number)
        } catch {
            close(number)
            throw error
        }
        self.number = number
    }

    /// The socket that systemd listens on for this program (sd_listen_fds(3)); nil without one.
    ///
    /// `process` and `count` are LISTEN_PID and LISTEN_FDS. Throws `not-loopback` if it can be
    /// reached from elsewhere.
    package init?(handedTo process: String?, count: String?) throws(ListeningFault) {
        guard let process, let identifier = Int32(process), identifier == getpid(), count == "1"
        else { return nil }
        number = 3
        port = try ListeningSocket.loopbackPort(of: number)
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    }

    private static func bind(_ number: Int32, _ port: Int) throws(ListeningFault) {
        guard let wanted = in_port_t(exactly: port) else { throw .refused(errno: EINVAL) }
        var yes: Int32 = 1
        let size = socklen_t(MemoryLayout<Int32>.size)
        unsafe setsockopt(number, SOL_SOCKET, SO_REUSEADDR, &yes, size)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = wanted.bigEndian
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = unsafe withUnsafePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe Glibc.bind(number, $0, length)
            }
        }
        // Others learn that the port is taken once somebody listens on it.
        if result == 0, listen(number, backlog) == 0 { return }
        switch errno {
        case EADDRINUSE: throw .portTaken(port)
        case EACCES: throw .portNotAllowed(port)
        default: throw .refused(errno: errno)
        }
    }

    private static func loopbackPort(of number: Int32) throws(ListeningFault) -> Int {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = unsafe withUnsafeMutablePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe getsockname(number, $0, &length)
            }
        }
        guard result == 0 else { throw .refused(errno: errno) }
        // All of 127.0.0.0/8 is this machine (RFC 1122 3.2.1.3).
        guard address.sin_family == sa_family_t(AF_INET),
            address.sin_addr.s_addr.bigEndian >> 24 == 127
        else { throw .notLoopback }
        return Int(address.sin_port.bigEndian)
    }
}

/// Why a server cannot listen.
package enum ListeningFault: Explained, Equatable {
    case portTaken(Int)
    /// Ports below 1024 belong to root.
    case portNotAllowed(Int)
    /// The socket that was handed over can be reached from elsewhere.
    case notLoopback
    case refused(errno: Int32)

    package var explanation: Explanation {
        switch self {
        case .portTaken(let port):
            Explanation(
                "port-taken", .configuration,
                "le port \(port) est pris par un autre programme ; donnez-en un autre par --port",
                "port \(port) is in use by another program; give another by --port")
        case .portNotAllowed(let port):
            Explanation(
                "port-not-allowed", .configuration,
                "le port \(port) est réservé ; donnez par --port un nombre au-dessus de 1023",
                "port \(port) is reserved; give a number above 1023 by --port")
        case .notLoopback:
            Explanation(
                "not-loopback", .configuration,
                "la prise reçue n’est pas sur 127.0.0.1 ; corrigez ListenStream de l’unité",
                "the socket given is not on 127.0.0.1; correct ListenStream of the unit")
        case .refused(let number):
            Explanation(
                "no-socket", .program, "le système refuse d’écouter (erreur n° \(number))",
                "the system refuses to listen: \(unsafe String(cString: strerror(number)))")
        }
    }
}
