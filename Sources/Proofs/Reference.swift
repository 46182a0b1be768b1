package import Wire

/// What a person reads out to have a justificatif looked up: `4HZK-09QX-7N2M-T`.
///
/// Crockford base32 of the first 60 bits of SHA-256 over a tag and the identifier, and
/// Crockford's check character modulo 37 (Spec/token.md 4.6). A lookup key, never a proof.
package struct Reference: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(to identifier: ProofIdentifier, _ hasher: some Hashing) {
        let tag = Array("justificatif/reference/1".utf8)
        let digest = hasher.sha256(tag + identifier.bytes).bytes
        let number = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } >> 4
        let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U")
        var text = ""
        for place in 0..<12 {
            if place > 0, place.isMultiple(of: 4) { text.append("-") }
            text.append(symbols[Int(number >> UInt64(55 - 5 * place) & 31)])
        }
        description = "\(text)-\(symbols[Int(number % 37)])"
    }
}
