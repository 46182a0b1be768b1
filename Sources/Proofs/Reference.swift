package import Wire

/// What a person reads out to have a justificatif looked up: `4HZK-09QX-7N2M-T`.
///
/// Crockford base32 of the first 60 bits of SHA-256 over a tag and the identifier, and
/// Crockford's check character modulo 37 (Spec/token.md 4.6). A lookup key, never a proof.
package struct Reference: Hashable, Sendable {
    /// Characters that carry the number; the check character comes after them.
    static let characters = 12
    /// The first 32 carry five bits each, the last five only check.
    ///
    /// Scalars: some different ones are the same character to Unicode, as K and U+212A.
    static let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U".unicodeScalars)

    /// The 60 bits, 0 to 2^60 - 1.
    package let number: UInt64

    package init(to identifier: ProofIdentifier, _ hasher: some Hashing) {
        let tag = Array("justificatif/reference/1".utf8)
        let digest = hasher.sha256(tag + identifier.bytes).bytes
        number = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } >> 4
    }

    /// Nil beyond 60 bits.
    package init?(number: UInt64) {
        guard number >> 60 == 0 else { return nil }
        self.number = number
    }

    var check: Unicode.Scalar { Reference.symbols[Int(number % 37)] }
}

extension Reference: CustomStringConvertible {
    /// In groups of four: `4HZK-09QX-7N2M-T`.
    package var description: String {
        var text = ""
        for place in 0..<Reference.characters {
            if place > 0, place.isMultiple(of: 4) { text.append("-") }
            let value = Int(number >> UInt64(55 - 5 * place) & 31)
            text.unicodeScalars.append(Reference.symbols[value])
        }
        return "\(text)-\(check)"
    }
}
