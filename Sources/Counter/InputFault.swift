package import Explaining
package import Files
internal import Reporting
package import Siblings
package import Verification
package import Wire

/// Why an input gives no justificatif; each names the input.
package enum InputFault: Explained, Equatable {
    case file(FileFault)
    /// It was not looked at, or not to its end.
    case unreadable(String, NothingRead)
    /// The program that reads pictures is missing or failed.
    case reader(String, SiblingFault)
    /// No text in it is a justificatif.
    case noJustificatif(String)
    /// It holds several, and one is asked for.
    case severalJustificatifs(String, count: Int)
    case damaged(String, DecodeError)

    package var explanation: Explanation {
        switch self {
        case .file(let fault): fault.explanation
        case .unreadable(let input, let why):
            Explanation(why.rawValue, .unread, why.fault.about(input))
        case .reader(let input, let fault): fault.explanation(of: .reader).about(input)
        case .noJustificatif(let input):
            Explanation(
                "no-justificatif", .unread, "ne contient pas de justificatif",
                "no justificatif in it"
            ).about(input)
        case .severalJustificatifs(let input, let count):
            Explanation(
                "several-codes", .unread,
                "contient \(count) justificatifs ; donnez-les séparément",
                "\(count) justificatifs in it; give each apart"
            ).about(input)
        case .damaged(let input, let error):
            Explanation(
                error.code.rawValue, .unread, "le code est abîmé (\(error))",
                "the code is damaged (\(error))"
            ).about(input)
        }
    }
}
