internal import JSONFields
internal import Proofs

/// The claims of a token whose signature is good, read one by one and each by its rule.
struct TokenClaims {
    private var fields: JSONFields

    /// Throws `token-malformed` unless the payload is one object, no name of it twice.
    init(parsing payload: [UInt8], at place: String) throws(LoginRefusal) {
        do throws(JSONFault) {
            fields = try JSONFields(JSONValue(parsing: payload, from: place), at: place)
        } catch { throw LoginRefusal(error) }
    }

    /// A member as it is; nil if it is absent or null.
    mutating func value(_ name: String) -> JSONValue? { fields.value(name) }

    /// Throws `token-malformed` if it is missing or no text.
    mutating func text(_ name: String) throws(LoginRefusal) -> String {
        do throws(JSONFault) { return try fields.text(name) } catch { throw LoginRefusal(error) }
    }

    /// Throws `token-malformed` if it is there and no text.
    mutating func optionalText(_ name: String) throws(LoginRefusal) -> String? {
        do throws(JSONFault) { return try fields.optionalText(name) } catch {
            throw LoginRefusal(error)
        }
    }

    /// The person's name at this service: 1 to 255 visible ASCII characters.
    mutating func subject() throws(LoginRefusal) -> String {
        let subject = try text("sub")
        guard (1...255).contains(subject.utf8.count),
            subject.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw malformed("sub", "n’a pas cette forme", "has not that form") }
        return subject
    }

    /// A number of seconds since 1970; decimals, which some providers write, are cut off.
    mutating func instant(_ name: String) throws(LoginRefusal) -> Instant? {
        let seconds: Int64?
        switch value(name) {
        case .none: return nil
        case .integer(let number): seconds = number
        case .decimal(let text):
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            let areDigits = parts.count == 2 && parts[1].utf8.allSatisfy { 0x30...0x39 ~= $0 }
            seconds = areDigits ? Int64(parts[0]) : nil
        case .null, .bool, .string, .array, .object: seconds = nil
        }
        // Through the year 9999, so that a sum of seconds never overflows.
        guard let seconds, (0...253_402_300_799).contains(seconds) else {
            throw malformed(name, "n’est pas un instant", "is no instant")
        }
        return Instant(seconds: seconds)
    }

    /// Holds `iss`, `aud`, `azp`, `exp` and `iat` to the rules that both tokens share.
    ///
    /// If they may be bare, `iss` and `aud` may both be absent. Throws `issuer-wrong`,
    /// `audience-wrong`, `token-times` and `token-malformed`.
    mutating func check(
        _ provider: Provider, now: Instant, mayBeBare: Bool = false
    ) throws(LoginRefusal) {
        let areBare = mayBeBare && !fields.mentions("iss") && !fields.mentions("aud")
        let issuer = areBare ? provider.issuer : try text("iss")
        guard issuer == provider.issuer else { throw .issuerWrong }
        let audience = areBare ? [provider.clientID] : try audience()
        let party = try optionalText("azp")
        guard audience.contains(provider.clientID),
            party == nil && audience.count == 1 || party == provider.clientID
        else { throw .audienceWrong }
        let (expires, issued) = (try instant("exp"), try instant("iat"))
        let earliest = now.seconds - Authentication.leeway
        let latest = now.seconds + Authentication.leeway
        guard expires.map({ $0.seconds > earliest }) ?? true,
            issued.map({ $0.seconds <= latest }) ?? true
        else { throw .tokenTimes }
    }

    /// One text, or a list of 1 to 16 texts.
    private mutating func audience() throws(LoginRefusal) -> [String] {
        switch value("aud") {
        case .string(let one): return [one]
        case .array(let items) where (1...16).contains(items.count):
            return try items.map { item throws(LoginRefusal) in
                guard case .string(let text) = item else { throw LoginRefusal.audienceWrong }
                return text
            }
        case .none, .null, .bool, .integer, .decimal, .array, .object: throw .audienceWrong
        }
    }

    private func malformed(_ name: String, _ french: String, _ english: String) -> LoginRefusal {
        LoginRefusal(fields.fault(name, french, english))
    }
}
