internal import Explaining
internal import Reporting
internal import Verification

/// Why nothing was judged: something of the machine, never of the document.
public struct ControlFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// Stable and never translated, such as `no-lists-folder`, `not-found` or `reader-crashed`.
    public let code: String
    private let words: Wording

    /// Which file or program, what happened and what to do.
    public func sentence(in language: ControlLanguage) -> String { words(language.words) }

    /// The sentence in English, and the code.
    public var description: String { "\(words.english) [\(code)]" }

    /// An error of a room below.
    init(_ error: any Error) {
        let row = Explanation(of: error)
        code = row.code
        words = row.words
    }

    /// A verdict `internal-error`: its reason says what failed.
    init(_ verdict: Verdict) {
        code = verdict.reason ?? verdict.code.rawValue
        let (french, english) = (
            VerdictWords(verdict, .french), VerdictWords(verdict, .english)
        )
        words = Wording(
            "\(french.headline) : \(french.advice)", "\(english.headline): \(english.advice)")
    }
}

/// The language of sentences; codes and names are never translated.
public enum ControlLanguage: String, CaseIterable, Sendable {
    case french = "fr"
    case english = "en"

    var words: Language {
        switch self {
        case .french: .french
        case .english: .english
        }
    }
}
