package import Explaining
package import Proofs

extension ClaimLabel {
    /// The label before the value, on screens and pages.
    package func title(_ language: Language) -> String {
        let texts = ClaimTexts.of(self)
        return language(texts.french, texts.english)
    }
}

/// What a claim is called, and its words beyond those of its kind (Spec/claims.csv).
struct ClaimTexts {
    let label: ClaimLabel
    let french: String
    let english: String
    let words: Words

    enum Words {
        /// The words of the kind are enough.
        case plain
        /// A sentence around a number, `{}`.
        case bound(String, String)
        /// A word for each number of a choice.
        case choices([(number: UInt64, french: String, english: String)])
    }

    init(_ label: ClaimLabel, _ french: String, _ english: String, _ words: Words) {
        self.label = label
        self.french = french
        self.english = english
        self.words = words
    }

    static func of(_ label: ClaimLabel) -> ClaimTexts { all[ClaimRegistry.place(of: label)] }

    /// « inférieur ou égal à 800 € », or the number as it is.
    func sentence(around number: String, _ language: Language) -> String {
        switch words {
        case .plain, .choices: number
        case .bound(let french, let english):
            language(french, english).replacing("{}", with: number)
        }
    }

    /// The word of a number that Spec/claims.csv lists; any other is named as unknown.
    func word(for number: UInt64, _ language: Language) -> String {
        if case .choices(let choices) = words,
            let choice = choices.first(where: { $0.number == number })
        {
            return language(choice.french, choice.english)
        }
        return language("valeur \(number), inconnue", "value \(number), unknown")
    }
}
