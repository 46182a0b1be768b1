package import Wire

/// What a person reads out to have a justificatif looked up: `4HZK-09QX-7N2M-9`.
///
/// Crockford base32 of the first 60 bits of SHA-256 over a tag and the identifier, and one check
/// character of the same alphabet (Spec/token.md 4.6). A lookup key, never a proof.
package struct Reference: Hashable, Sendable {
    /// Characters that carry the number; the check character comes after them.
    static let characters = 12
    /// The 32 digits of Crockford, of five bits each.
    ///
    /// Scalars: some different ones are the same character to Unicode, as K and U+212A.
    package static let symbols = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".unicodeScalars)

    /// The 60 bits, 0 to 2^60 - 1.
    package let number: UInt64

    package init(to identifier: ProofIdentifier, _ hasher: some Hashing) {
        let digest = hasher.sha256(Reference.tag + identifier.bytes)
        number = UInt64(digest.start >> 68)
    }

    private static let tag = Array("justificatif/reference/1".utf8)

    /// Nil beyond 60 bits.
    package init?(number: UInt64) {
        guard number >> 60 == 0 else { return nil }
        self.number = number
    }

    /// The values of the twelve characters that carry the number, each 0 to 31.
    private var values: [Int] {
        (0..<Reference.characters).map { Int(number >> UInt64(55 - 5 * $0) & 31) }
    }

    /// The value of the check character, 0 to 31.
    var check: Int { values.reduce(0, Reference.checksum) }

    /// What the check of some characters, 0 to 31, becomes with one more character after them.
    ///
    /// Adds it and multiplies by x, in GF(32) with x^5 + x^2 + 1.
    package static func checksum(_ sum: Int, and value: Int) -> Int {
        let doubled = (sum ^ value) << 1
        return doubled < 32 ? doubled : doubled ^ 0b100101
    }
}

extension Reference: CustomStringConvertible {
    /// In groups of four: `4HZK-09QX-7N2M-9`.
    package var description: String {
        var text = ""
        for (place, value) in (values + [check]).enumerated() {
            if place > 0, place.isMultiple(of: 4) { text.append("-") }
            text.unicodeScalars.append(Reference.symbols[value])
        }
        return text
    }
}
