internal import Explaining
internal import JSONFields

/// A public key that tokens are checked with.
package enum VerificationKey: Equatable, Sendable {
    /// A point of P-256: 32 bytes each.
    case p256(x: [UInt8], y: [UInt8])
    /// Modulus of 2048 to 8192 bits, and exponent.
    case rsa(modulus: [UInt8], exponent: [UInt8])
}

/// The keys of a provider by their names (RFC 7517 5).
package struct KeySet: Equatable, Sendable {
    /// The most keys that are read.
    static let countLimit = 32

    private var keys: [String: VerificationKey] = [:]

    package init() {}

    /// Reads a set; keys for other uses, of other kinds or without a name are passed over.
    ///
    /// Throws `provider-keys` for what is no set, and for two keys of one name.
    package init(parsing bytes: [UInt8]) throws(LoginRefusal) {
        do throws(JSONFault) {
            var fields = try JSONFields(JSONValue(parsing: bytes, from: "jwks"), at: "jwks")
            let items = try fields.list("keys")
            guard items.count <= KeySet.countLimit else {
                throw fields.fault("keys", "trop de clés", "too many keys")
            }
            for (index, item) in items.enumerated() {
                var key = try JSONFields(item, at: "jwks: keys[\(index)]")
                guard let kid = try key.optionalText("kid"), try key.isForSignatures(),
                    let read = try key.verificationKey()
                else { continue }
                guard keys.updateValue(read, forKey: kid) == nil else {
                    throw key.fault("kid", "figure deux fois", "is there twice")
                }
            }
        } catch { throw .providerKeys(error.explanation.words) }
    }

    /// The key of that name if it is of the algorithm's kind.
    func key(_ kid: String, for algorithm: TokenAlgorithm) -> VerificationKey? {
        guard let key = keys[kid] else { return nil }
        switch (key, algorithm) {
        case (.p256, .es256), (.rsa, .rs256): return key
        case (.p256, .rs256), (.rsa, .es256): return nil
        }
    }
}

extension JSONFields {
    fileprivate mutating func isForSignatures() throws(JSONFault) -> Bool {
        try optionalText("use").map { $0 == "sig" } ?? true
    }

    fileprivate mutating func verificationKey() throws(JSONFault) -> VerificationKey? {
        switch try text("kty") {
        case "EC":
            guard try text("crv") == "P-256" else { return nil }
            let (x, y) = (try bytes("x"), try bytes("y"))
            return x.count == 32 && y.count == 32 ? .p256(x: x, y: y) : nil
        case "RSA":
            let (modulus, exponent) = (try bytes("n"), try bytes("e"))
            let isStrong = (256...1_024).contains(modulus.count) && modulus[0] >= 0x80
            return isStrong && (1...8).contains(exponent.count)
                ? .rsa(modulus: modulus, exponent: exponent) : nil
        default: return nil
        }
    }

    private mutating func bytes(_ name: String) throws(JSONFault) -> [UInt8] {
        guard let bytes = Base64URL.bytes(try text(name)) else {
            throw fault(name, "n’est pas en base64url", "is not base64url")
        }
        return bytes
    }
}

/// When the keys of a provider are fetched again (Spec/portal.md 3.4).
package enum KeyRefreshing {
    /// A name that is not known asks for a fetch, but no more often than this.
    package static let leastPause = Duration.seconds(30)
    /// Older keys are fetched again before they are used.
    package static let greatestAge = Duration.seconds(3_600)

    /// Whether to fetch before a token is checked; `age` is nil if there are no keys.
    package static func isDue(age: Duration?) -> Bool { age.map { $0 >= greatestAge } ?? true }

    /// Whether to fetch once more after `key-unknown`; `pause` is the time since that was last
    /// done, nil if it never was.
    package static func mayRetry(pause: Duration?) -> Bool {
        pause.map { $0 >= leastPause } ?? true
    }
}
