/// An error that a person is told: its row in the table of errors.
///
/// Every error type of a room conforms where it is declared, because that room alone knows what
/// happened. A program prints one language of the words and ends with the status of the cause.
package protocol Explained: Error, Sendable {
    /// The row of this error in the table of errors.
    var explanation: Explanation { get }
}

extension Explained {
    /// Stable and never translated, such as `not-found`.
    package var code: String { explanation.code }
}

/// One row of the table of errors: a code for programs, words for people, and who must act.
package struct Explanation: Equatable, Sendable {
    /// Stable and never translated, lower case with hyphens.
    package let code: String
    package let cause: Cause
    /// One line without a full stop: what happened, which file or field, what to do.
    ///
    /// Never a value of a person, never part of a secret.
    package let words: Wording

    package init(_ code: String, _ cause: Cause, _ words: Wording) {
        self.code = code
        self.cause = cause
        self.words = words
    }

    package init(_ code: String, _ cause: Cause, _ french: String, _ english: String) {
        self.init(code, cause, Wording(french, english))
    }

    /// The row of `error`; one that has none is a fault of the program.
    package init(of error: any Error) {
        self =
            (error as? any Explained)?.explanation
            ?? Explanation(
                "unforeseen", .program, "erreur imprévue du programme ; signalez-la",
                "an unforeseen error of the program; report it")
    }

    /// The same about what a path, a field or an option names.
    package func about(_ place: String) -> Explanation {
        Explanation(code, cause, words.about(place))
    }

    /// What a person is told on standard error: the sentence, and the code behind it in brackets.
    package func line(_ language: Language) -> String { "\(words(language)) [\(code)]" }

    package var french: String { words.french }
    package var english: String { words.english }
}

/// What has to change before it works; it decides the exit status (Spec/verdicts.md 4).
package enum Cause: Equatable, Sendable {
    /// The arguments or the data given: 64.
    case data
    /// The input, in which no justificatif could be read: 4, as its verdict.
    case unread
    /// This program, or the machine beyond its files: 70.
    case program
    /// A file or folder that could not be opened, read or written: 74.
    case files
    /// Lists, roots, keys, settings or what is installed: 78.
    case configuration
    /// Another program of ours, which ended with this status for a reason of its own.
    case ended(status: Int32)
}
