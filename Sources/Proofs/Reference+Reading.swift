package import Explaining

extension Reference {
    /// A reference as a person copies it: in any case, with hyphens and spaces anywhere or
    /// nowhere, I and L for 1, O for 0.
    ///
    /// Throws `length` unless 13 characters remain, `character` for one that no reference has,
    /// and `check` for one that was mistyped: this finds every single wrong character and every
    /// two that changed places (Spec/token.md 4.6).
    package init(text: String) throws(ReferenceFault) {
        let characters = text.unicodeScalars.filter { !Reference.isSeparator($0) }
        guard characters.count == Reference.characters + 1 else {
            throw .length(characters.count)
        }
        var values: [Int] = []
        for scalar in characters {
            let symbol = Reference.symbol(meantBy: scalar)
            guard let value = Reference.symbols.firstIndex(of: symbol) else {
                throw .character(scalar)
            }
            values.append(value)
        }
        let number = values.prefix(Reference.characters).reduce(UInt64(0)) { $0 << 5 | UInt64($1) }
        guard let reference = Reference(number: number), reference.check == values.last else {
            throw .check
        }
        self = reference
    }

    /// White space, and the hyphens and dashes that keyboards and word processors put in.
    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || (0x2010...0x2015).contains(scalar.value)
            || scalar.properties.isWhitespace
    }

    private static func symbol(meantBy scalar: Unicode.Scalar) -> Unicode.Scalar {
        let isLower = (UInt32(0x61)...0x7A).contains(scalar.value)
        let upper = isLower ? Unicode.Scalar(scalar.value - 0x20) ?? scalar : scalar
        return switch upper {
        case "I", "L": "1"
        case "O": "0"
        default: upper
        }
    }
}

/// Why a text is not a reference.
package enum ReferenceFault: Explained, Equatable {
    /// With the number of characters found.
    case length(Int)
    case character(Unicode.Scalar)
    case check

    package var explanation: Explanation {
        switch self {
        case .length(let count):
            Explanation(
                "reference-length", .data,
                "n’est pas une référence : une référence a 13 caractères, et non \(count)",
                "is not a reference: a reference has 13 characters, and not \(count)")
        case .character(let scalar):
            Explanation(
                "reference-character", .data,
                "n’est pas une référence : aucune n’a le caractère « \(scalar) »",
                "is not a reference: none has the character \"\(scalar)\"")
        case .check:
            Explanation(
                "reference-check", .data,
                "référence mal recopiée : le caractère de contrôle ne correspond pas, relisez-la",
                "the reference is mistyped: its check character does not match, read it again")
        }
    }
}
