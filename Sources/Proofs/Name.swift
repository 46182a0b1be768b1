package import Explaining
internal import Wire

/// A person's name as it is signed: the closed Latin repertoire of Spec/token.md 4.2, composed,
/// 1 to 256 bytes of UTF-8, without leading, trailing or double space.
///
/// Every scalar of the repertoire is its own NFC form and none combines with another, so
/// membership alone makes the form unique, today and under any later version of Unicode.
package struct Name: Hashable, Sendable {
    package let text: String

    /// Nil when the text is not exactly in the signed form.
    package init?(signedForm text: String) {
        guard Repertoire.spacedText(text, limit: Limits.nameBytes, Repertoire.isNameScalar) else {
            return nil
        }
        self.text = text
    }

    /// A name as people, forms and identity providers write it: composed (NFC) first.
    ///
    /// Throws what is wrong in words that name no part of the name itself.
    package init(normalising text: String) throws(NameFault) {
        let composed = try Repertoire.composed(text, Repertoire.isNameScalar)
        guard composed.utf8.count <= Limits.nameBytes else {
            throw .tooLong(limit: Limits.nameBytes)
        }
        guard let name = Name(signedForm: composed) else {
            throw NameFault(ofForm: composed)
        }
        self = name
    }
}

/// Why a text cannot be signed as a name.
package enum NameFault: Explained, Equatable {
    case empty
    /// Longer than `limit` bytes of UTF-8.
    case tooLong(limit: Int)
    case spaces
    /// Only signs, nothing that could be compared.
    case noLetter
    /// A scalar outside the repertoire: control, direction mark, other script, digit, emoji.
    case character(Unicode.Scalar)

    /// What is wrong with a text that has only allowed characters and is not too long.
    package init(ofForm text: String) {
        let spaced = text.hasPrefix(" ") || text.hasSuffix(" ") || text.contains("  ")
        self = text.isEmpty ? .empty : spaced ? .spaces : .noLetter
    }

    package var explanation: Explanation {
        switch self {
        case .empty:
            Explanation(
                "text-empty", .data, "est vide ; omettez plutôt le champ",
                "is empty; leave the field out instead")
        case .tooLong(let limit):
            Explanation(
                "text-too-long", .data, "a plus de \(limit) octets en UTF-8",
                "is longer than \(limit) bytes of UTF-8")
        case .spaces:
            Explanation(
                "text-spaces", .data, "a une espace au début ou à la fin, ou deux de suite",
                "has a space at its beginning or end, or two spaces together")
        case .noLetter:
            Explanation("text-without-letter", .data, "n’a aucune lettre", "has no letter")
        case .character(let scalar):
            .character("U+\(String(scalar.value, radix: 16, uppercase: true))")
        }
    }
}

extension Explanation {
    fileprivate static func character(_ scalar: String) -> Explanation {
        Explanation(
            "text-character", .data,
            "contient le caractère \(scalar), hors du répertoire latin des noms "
                + "(Spec/token.md 4.2)",
            "has the character \(scalar), which is outside the Latin repertoire of names "
                + "(Spec/token.md 4.2)")
    }
}

/// Who a justificatif is for, as the citizen named them: 1 to 100 bytes of UTF-8.
package struct Recipient: Hashable, Sendable {
    package let text: String

    /// Nil when the text is not exactly in the signed form (Spec/token.md 4.2).
    package init?(signedForm text: String) {
        guard
            Repertoire.spacedText(
                text, limit: Limits.recipientBytes, Repertoire.isRecipientScalar)
        else { return nil }
        self.text = text
    }

    /// A recipient as people write it, composed (NFC) first.
    package init(normalising text: String) throws(NameFault) {
        let composed = try Repertoire.composed(text, Repertoire.isRecipientScalar)
        guard composed.utf8.count <= Limits.recipientBytes else {
            throw .tooLong(limit: Limits.recipientBytes)
        }
        guard let recipient = Recipient(signedForm: composed) else {
            throw NameFault(ofForm: composed)
        }
        self = recipient
    }
}

/// The form in which names are compared, never signed (Spec/token.md 4.2).
package enum NameFolding {
    /// Upper case, without marks; apostrophes, hyphens and spaces are all one space.
    ///
    /// « L’Héritier-Œhm » and "L'HERITIER OEHM" fold to the same `L HERITIER OEHM`. A character
    /// outside the repertoire stays as it is, so it never equals a letter.
    package static func folded(_ text: String) -> String {
        var folded = ""
        for character in text {
            switch character {
            case " ", "-", "'", "\u{2019}", "\u{2BB}", "\u{2BC}", "\u{A78B}", "\u{A78C}":
                folded += " "
            case "a"..."z" where character.isASCII: folded += character.uppercased()
            default: folded += forms[character] ?? String(character)
            }
        }
        return folded.split(separator: " ").joined(separator: " ")
    }

    private static let forms: [Character: String] = {
        var forms: [Character: String] = [:]
        for row in FoldingTable.rows {
            for letter in row.letters { forms[letter] = row.folded }
        }
        return forms
    }()
}
