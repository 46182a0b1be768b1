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
        guard composed.utf8.count <= Limits.nameBytes else { throw .tooLong }
        guard let name = Name(signedForm: composed) else {
            throw NameFault(ofForm: composed)
        }
        self = name
    }
}

/// Why a text cannot be signed as a name.
package enum NameFault: Error, Equatable, Sendable {
    case empty
    case tooLong
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

    package var message: String {
        switch self {
        case .empty: "is empty; leave the field out instead"
        case .tooLong: "is longer than \(Limits.nameBytes) bytes of UTF-8"
        case .spaces: "has a space at its beginning or end, or two spaces together"
        case .noLetter: "has no letter"
        case .character(let scalar):
            "has the character U+\(String(scalar.value, radix: 16, uppercase: true)), "
                + "which is outside the Latin repertoire of names (Spec/token.md 4.2)"
        }
    }
}
