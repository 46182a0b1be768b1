extension Reference {
    /// A reference as a person copies it: in any case, with hyphens and spaces anywhere or
    /// nowhere, I and L for 1, O for 0.
    ///
    /// Throws `length` unless 13 characters remain, `character` for one that no reference has,
    /// and `check` for one that was mistyped: every single wrong character and every two
    /// neighbours exchanged are found out (Spec/token.md 4.6).
    package init(text: String) throws(ReferenceFault) {
        let characters = text.unicodeScalars.filter { !Reference.isSeparator($0) }
        guard characters.count == Reference.characters + 1 else {
            throw .length(characters.count)
        }
        var number: UInt64 = 0
        var check = 0
        for (place, scalar) in characters.enumerated() {
            let symbol = Reference.symbol(meantBy: scalar)
            guard let value = Reference.symbols.firstIndex(of: symbol) else {
                throw .character(scalar)
            }
            if place == Reference.characters {
                check = value
            } else {
                // The five signs that only check cannot stand among the others.
                guard value < 32 else { throw .character(scalar) }
                number = number << 5 | UInt64(value)
            }
        }
        guard number % 37 == UInt64(check), let reference = Reference(number: number) else {
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
package enum ReferenceFault: Error, Equatable, Sendable {
    /// With the number of characters found.
    case length(Int)
    case character(Unicode.Scalar)
    case check
}
