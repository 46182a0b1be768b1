/// The language of screens; codes and JSON names are never translated.
package enum Language: String, CaseIterable, Sendable {
    case french = "fr"
    case english = "en"

    /// Picks one of two wordings.
    package func callAsFunction(
        _ french: @autoclosure () -> String, _ english: @autoclosure () -> String
    ) -> String {
        self == .french ? french() : english()
    }

    /// A line that names a value: `époque : 1`, `epoch: 1`.
    package func row(
        _ french: String, _ english: String, _ value: some CustomStringConvertible
    ) -> String {
        self("\(french) : \(value)", "\(english): \(value)")
    }
}

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
