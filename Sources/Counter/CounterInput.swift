internal import Files
internal import Typing

/// One input of a command: the text of a code, standard input, or a file.
package enum CounterInput: Sendable {
    case text(String)
    case standardInput
    case file(String)

    /// Reads an argument of a command line.
    ///
    /// Only what begins with `JF1:` or holds a text is one (Spec/verdicts.md 2.1), so that a
    /// mistyped path is never judged as a code.
    package init(_ argument: String) {
        if TypedText.isText(argument) {
            self = .text(argument)
        } else {
            self = argument == "-" ? .standardInput : .file(argument)
        }
    }

    /// What the input is called.
    ///
    /// A text is not repeated: it holds a person's data. Bytes of a name that are not UTF-8 are
    /// percent-encoded (Spec/verdicts.md 3).
    package var name: String {
        switch self {
        case .text: "(text)"
        case .standardInput: "-"
        case .file(let path): PathText.shown(path)
        }
    }
}
