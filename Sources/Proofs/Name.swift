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
    init(ofForm text: String) {
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
