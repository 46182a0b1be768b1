/// Which characters a name or a recipient may hold (Spec/token.md 4.2).
package enum Repertoire {
    /// Space, hyphen, apostrophes and Latin letters.
    package static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x27, 0x2D, 0x2BB, 0x2BC, 0x2019, 0xA78B, 0xA78C: true
        default: isLetter(scalar)
        }
    }

    /// A to Z, the Latin letters U+00C0 to U+024F and U+1E00 to U+1EFF less the two signs that are
    /// no letters, and those that are the other case of one of them.
    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0xD7, 0xF7: false
        case 0xC0...0x24F, 0x1E00...0x1EFF: true
        case 0x253, 0x254, 0x256, 0x257, 0x259, 0x25B, 0x260, 0x263, 0x268, 0x269, 0x26F, 0x272,
            0x275, 0x280, 0x283, 0x288...0x28C, 0x292, 0x2C65, 0x2C66, 0x2C7E, 0x2C7F:
            true
        default: false
        }
    }

    /// What the name of an organisation needs besides: digits and `& ( ) , . / :`.
    package static func isRecipientScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x26, 0x28, 0x29, 0x2C, 0x2E...0x3A: true
        default: isNameScalar(scalar)
        }
    }

    /// Whether a text has 1 to `limit` bytes, only allowed scalars, no stray space, and a letter
    /// or a digit: one without any would be compared as nothing.
    static func spacedText(
        _ text: String, limit: Int, _ isAllowed: (Unicode.Scalar) -> Bool
    ) -> Bool {
        guard !text.isEmpty, text.utf8.count <= limit else { return false }
        var previous: Unicode.Scalar = " "
        var hasLetter = false
        for scalar in text.unicodeScalars {
            guard isAllowed(scalar), scalar != " " || previous != " " else { return false }
            hasLetter = hasLetter || isLetter(scalar) || ("0"..."9").contains(scalar)
            previous = scalar
        }
        return previous != " " && hasLetter
    }

    /// The composed form of a text made of allowed letters.
    ///
    /// Swift compares characters by canonical equivalence, so looking a character up among the
    /// repertoire's own letters composes it, whatever marks it was written with.
    static func composed(
        _ text: String, _ isAllowed: (Unicode.Scalar) -> Bool
    ) throws(NameFault) -> String {
        var scalars = String.UnicodeScalarView()
        for character in text {
            guard let scalar = letters[character], isAllowed(scalar) else {
                let outside = character.unicodeScalars.first { !isAllowed($0) }
                throw .character(outside ?? "\u{FFFD}")
            }
            scalars.append(scalar)
        }
        return String(scalars)
    }

    private static let letters: [Character: Unicode.Scalar] = {
        var letters: [Character: Unicode.Scalar] = [:]
        for block in [UInt32(0x20)...0x2BC, 0x1E00...0x2019, 0x2C65...0x2C7F, 0xA78B...0xA78C] {
            for scalar in block.compactMap(Unicode.Scalar.init) where isRecipientScalar(scalar) {
                letters[Character(scalar)] = scalar
            }
        }
        return letters
    }()
}
