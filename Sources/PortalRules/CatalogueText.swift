internal import JSONFields

/// A text for persons that the body wrote into its settings: in French, and in English if it wrote
/// that too (Spec/portal.md 7).
package struct CatalogueText: Equatable, Sendable {
    package let french: String
    /// Nil if there is only French.
    package let english: String?

    package init(_ french: String, english: String? = nil) {
        self.french = french
        self.english = english
    }
}

extension JSONFields {
    /// A text, or an object of one in each language; throws unless each has 1 to `limit`
    /// characters, on one line.
    mutating func words(_ name: String, limit: Int) throws(JSONFault) -> CatalogueText {
        guard case .object? = value(name) else {
            return CatalogueText(try line(name, limit))
        }
        var pair = try fields(name)
        let words = CatalogueText(
            try pair.line("fr", limit),
            english: pair.has("en") ? try pair.line("en", limit) : nil)
        try pair.finish()
        return words
    }

    private mutating func line(_ name: String, _ limit: Int) throws(JSONFault) -> String {
        let text = try text(name)
        guard (1...limit).contains(text.count), text.unicodeScalars.allSatisfy({ $0.value >= 0x20 })
        else {
            throw fault(
                name, "1 à \(limit) caractères, sur une ligne", "1 to \(limit) characters, one line"
            )
        }
        return text
    }
}
