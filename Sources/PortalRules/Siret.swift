internal import JSONFields

/// The number of an establishment in the register of the INSEE.
package struct Siret: Equatable, Sendable {
    /// 14 digits.
    package let text: String

    /// As people write it: the number of the unit, then that of the establishment.
    package var grouped: String {
        var groups: [Substring] = []
        var rest = text[...]
        for count in [3, 3, 3, 5] {
            groups.append(rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        return groups.joined(separator: " ")
    }

    /// Nil unless the Luhn sum of the 14 digits is a multiple of ten.
    package init?(_ text: String) {
        guard text.wholeMatch(of: /[0-9]{14}/) != nil else { return nil }
        let sum = text.utf8.enumerated().reduce(0) { sum, digit in
            let value = Int(digit.element - 0x30) * (digit.offset.isMultiple(of: 2) ? 2 : 1)
            return sum + (value > 9 ? value - 9 : value)
        }
        guard sum.isMultiple(of: 10) else { return nil }
        self.text = text
    }
}

extension JSONFields {
    /// A SIRET; throws if it is missing or its check digit is wrong, which API Particulier looks at
    /// as well.
    mutating func siret(_ name: String) throws(JSONFault) -> Siret {
        guard let siret = Siret(try text(name)) else {
            throw fault(
                name, "14 chiffres, dont la clé de contrôle est juste (SIRET)",
                "14 digits with a right check digit (SIRET)")
        }
        return siret
    }
}
