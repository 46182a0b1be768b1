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
