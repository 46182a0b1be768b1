/// An address of the web that a program of ours may call or send a browser to: https, or http on
/// this machine (Spec/portal.md 6).
package struct WebAddress: Equatable, Sendable {
    /// As it was written.
    package let text: String
    /// Scheme, host and port as they are written: `https://oidc.franceconnect.gouv.fr`.
    package let origin: String
    /// Whether the host is this machine, by number or by name.
    package let isLoopback: Bool

    /// Nil for another scheme, plain http to another machine, a user name, a fragment, an IPv6
    /// address, more than 2,048 bytes, or a character that an address does not have.
    package init?(_ text: String) {
        let schemes = ["https://", "http://"]
        guard text.utf8.count <= 2_048, let scheme = schemes.first(where: text.hasPrefix)
        else { return nil }
        let rest = text.dropFirst(scheme.count)
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        guard let host = WebAddress.host(of: authority),
            rest.dropFirst(authority.count).utf8.allSatisfy(WebAddress.mayFollowHost)
        else { return nil }
        isLoopback = host == "127.0.0.1" || host == "localhost"
        guard scheme == "https://" || isLoopback else { return nil }
        origin = scheme + authority
        self.text = text
    }

    /// The address with parameters behind its own, if it has any.
    package func adding(_ parameters: [(name: String, value: String)]) -> String {
        text + (text.contains("?") ? "&" : "?") + FormFields.written(parameters)
    }

    private static func host(of authority: Substring) -> Substring? {
        let parts = authority.split(separator: ":", omittingEmptySubsequences: false)
        guard let host = parts.first, !host.isEmpty, parts.count <= 2,
            host.utf8.allSatisfy({ isLetterOrDigit($0) || $0 == 0x2D || $0 == 0x2E })
        else { return nil }
        if parts.count == 2 {
            guard let port = Int(parts[1]), (1...65_535).contains(port), parts[1].first != "+"
            else { return nil }
        }
        return host
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
            || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
    }

    /// Visible ASCII but `#`, and what no address has: `" < > \ ^ { | }` and the grave accent.
    private static func mayFollowHost(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"#\"<>\\^`{|}".utf8.contains(byte)
    }
}
