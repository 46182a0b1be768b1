/// The same words in every language of the screens.
package struct Wording: Equatable, Sendable {
    package let french: String
    package let english: String

    package init(_ french: String, _ english: String) {
        self.french = french
        self.english = english
    }

    /// The words in one language.
    package func callAsFunction(_ language: Language) -> String {
        switch language {
        case .french: french
        case .english: english
        }
    }

    /// The words behind what they are about, a path, a field or an option: `a.json: qf: ...`.
    package func about(_ place: String) -> Wording {
        Wording("\(place): \(french)", "\(place): \(english)")
    }
}
