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
    package func about(_ place: String) -> Wording { about(Wording(place, place)) }

    /// The same of what has a name in each language, such as standard output.
    package func about(_ place: Wording) -> Wording {
        Wording("\(place.french) : \(french)", "\(place.english): \(english)")
    }
}
