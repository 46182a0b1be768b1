package import Explaining
package import Files

/// Why a Unix socket cannot be used.
package enum LocalSocketFault: Explained, Equatable {
    /// A name of a socket has 107 bytes at most.
    case pathTooLong(String)
    /// Another process listens there.
    case alreadyServed(String)
    /// What the system said of the socket at a path.
    case system(FileFault)
    /// The service manager handed over something else than one listening Unix socket.
    case notHandedOver
    /// The other side was not ready in time.
    case timedOut
    /// The other side sent more than this many bytes.
    case tooLarge(limit: Int)

    package var explanation: Explanation {
        switch self {
        case .pathTooLong(let path):
            Explanation(
                "socket-path", .data, "un chemin de socket a au plus 107 octets",
                "the path of a socket has 107 bytes at most"
            ).about(PathText.shown(path))
        case .alreadyServed(let path):
            Explanation(
                "socket-in-use", .configuration, "un autre service y répond déjà",
                "another service is there already"
            ).about(PathText.shown(path))
        case .system(let fault): fault.explanation
        case .notHandedOver:
            Explanation(
                "socket-not-handed-over", .configuration,
                "LISTEN_FDS ne désigne pas un socket Unix unique en écoute ; vérifiez l’unité "
                    + ".socket",
                "LISTEN_FDS is not one listening Unix socket; look at the .socket unit")
        case .timedOut:
            Explanation(
                "socket-timeout", .program, "l’autre côté du socket n’a pas répondu à temps",
                "the other side of the socket was not ready in time")
        case .tooLarge(let limit):
            Explanation(
                "too-large", .data, "plus de \(limit) octets", "larger than \(limit) bytes")
        }
    }
}
