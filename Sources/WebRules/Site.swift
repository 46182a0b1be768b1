/// The origins that a server answers for, and what a request must say of them.
///
/// Functions on values: what a page of another site, or a name that was made to point here (DNS
/// rebinding), can send is tried without a socket.
package struct Site: Equatable, Sendable {
    /// Each as a browser writes it: `http://127.0.0.1:8391`, without a path.
    package let origins: [String]

    package init(origins: [String]) { self.origins = origins }

    /// A server on this machine, under the two names that browsers have for it.
    package static func loopback(port: Int) -> Site {
        Site(origins: ["http://127.0.0.1:\(port)", "http://localhost:\(port)"])
    }

    /// Refuses anything but one Host, which is that of an origin (RFC 9110 7.4).
    package func check(hosts: [String]) throws(WebRefusal) {
        guard hosts.count == 1, let host = hosts.first,
            origins.contains(where: { Site.host(of: $0) == host })
        else { throw .misdirected }
    }

    /// Refuses a request that may change something, if a page of another site sent it.
    ///
    /// Browsers put Origin into every POST. A program that is none sends neither field, and is held
    /// by other means, such as a token. `hosts` has passed `check(hosts:)`.
    package func check(
        origins sent: [String], fetchSites: [String], hosts: [String]
    ) throws(WebRefusal) {
        let areOurs = sent.allSatisfy { origin in
            origins.contains(origin) && hosts == [Site.host(of: origin)]
        }
        let isHere = fetchSites.allSatisfy { $0 == "same-origin" || $0 == "none" }
        guard areOurs, isHere, sent.count <= 1 else { throw .foreignOrigin }
    }

    /// The Host field that belongs to an origin.
    private static func host(of origin: String) -> String {
        guard let slashes = origin.firstRange(of: "://") else { return origin }
        return String(origin[slashes.upperBound...])
    }
}
