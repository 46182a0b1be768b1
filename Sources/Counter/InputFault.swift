package import Explaining
package import Files
package import Siblings
package import Wire

/// Why an input gives no justificatif; each names the input.
package enum InputFault: Explained, Equatable {
    case file(FileFault)
    /// It was not looked at, or not to its end; a stable word says why.
    case unreadable(String, reason: String)
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
        case .unreadable(let input, let reason):
            Explanation(reason, .unread, InputFault.words(reason).about(input))
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

    private static func words(_ reason: String) -> Wording {
        switch reason {
        case "empty": Wording("est vide", "is empty")
        case "not-a-picture":
            Wording(
                "est d’un format qui n’est pas lu ; enregistrez-le en PNG, JPEG ou PDF",
                "has a format that is not read; save it as PNG, JPEG or PDF")
        case "too-large":
            Wording(
                "est trop grand ; image : réduisez-la, ou scannez une seule page, à 300 points par "
                    + "pouce ; texte : copiez seulement le code",
                "is too large; picture: make it smaller, or scan one page, at 300 dots an inch; "
                    + "text: copy the code only")
        case "damaged":
            Wording(
                "est abîmé, incomplet ou protégé par un mot de passe ; scannez de nouveau",
                "is damaged, incomplete or locked by a password; scan again")
        case "out-of-memory":
            Wording("demande plus de mémoire qu’il n’y en a", "takes more memory than there is")
        case "too-many-pages":
            Wording(
                "a trop de pages ; scannez seulement le justificatif",
                "has too many pages; scan only the justificatif")
        case "pdf-disabled":
            Wording(
                "est un PDF, et pdftoppm n’est pas installé sur ce poste",
                "is a PDF, and pdftoppm is not installed on this machine")
        default: Wording("n’a pas pu être lu", "could not be read")
        }
    }
}
