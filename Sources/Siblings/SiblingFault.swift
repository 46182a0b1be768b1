package import Explaining
internal import Glibc

/// Why a program of ours gave no answer: a failure of the machine, or of that program.
///
/// It does not know which program it was: `explanation(of:)` is told.
package enum SiblingFault: Error, Equatable, Sendable {
    /// There is no program at this path.
    case notFound(path: String)
    /// The system refused a descriptor, a process, or to say how it ended.
    case couldNotStart(errno: Int32)
    /// The deadline passed; the program was killed.
    case timedOut
    /// It ended otherwise than with `done`, whatever it had written.
    case ended(Ending)
    /// It ended well, and its answer breaks the format, or is longer than any answer.
    case badAnswer

    /// A stable word for a support desk, such as `reader-missing` (Spec/reader.md 5).
    package func code(of program: SiblingProgram) -> String {
        let word =
            switch self {
            case .notFound: "missing"
            case .couldNotStart: "not-started"
            case .timedOut: "timed-out"
            case .badAnswer: "bad-answer"
            case .ended(let ending): ending.word
            }
        return "\(program)-\(word)"
    }

    /// What to tell the person who needed the program, and what it is a matter of.
    package func explanation(of program: SiblingProgram) -> Explanation {
        let words = words(about: program.rawValue)
        return Explanation(code(of: program), cause(for: program), words)
    }

    private func words(about name: String) -> Wording {
        switch self {
        case .notFound(let path):
            Wording("\(path) : ce programme n’est pas installé", "\(path): no such program")
        case .couldNotStart(let number):
            Wording(
                "\(name) n’a pas pu démarrer (erreur n° \(number))",
                "\(name) could not be started (errno \(number))")
        case .timedOut:
            Wording("\(name) n’a pas répondu à temps", "\(name) gave no answer in time")
        case .badAnswer:
            Wording(
                "la réponse de \(name) est inutilisable : est-il de cette version ?",
                "\(name) gave an answer that cannot be used: is it of this version?")
        case .ended(.libraryMissing):
            Wording(
                "\(name) ne démarre pas : il manque une bibliothèque",
                "\(name) does not start: a library is missing")
        case .ended(.exit(let code)):
            Wording(
                "\(name) n’a pas donné de réponse (statut \(code))",
                "\(name) gave no answer (status \(code))")
        case .ended(.signal(let number)):
            Wording(
                "\(name) a été arrêté par le signal \(number)",
                "\(name) was ended by signal \(number)")
        }
    }

    /// The page program has a verdict of its own, whose status its caller ends with.
    private func cause(for program: SiblingProgram) -> Cause {
        switch self {
        case .notFound, .ended(.libraryMissing), .ended(.notConfined): .configuration
        case .ended(.exit(let code)) where program == .page: .ended(status: code)
        case .couldNotStart, .timedOut, .badAnswer, .ended: .program
        }
    }
}

/// A fault of a program beside ours, with which program it was.
package struct NamedSiblingFault: Explained, Equatable {
    package let program: SiblingProgram
    package let fault: SiblingFault

    package init(_ fault: SiblingFault, of program: SiblingProgram) {
        self.fault = fault
        self.program = program
    }

    package var explanation: Explanation { fault.explanation(of: program) }
}

/// How a process ended.
package enum Ending: Equatable, Sendable {
    /// By itself, with this code, 0...255.
    case exit(code: Int32)
    /// By this signal, for instance SIGSYS for a forbidden call.
    case signal(number: Int32)

    package static let done = Ending(.done)
    package static let toolMissing = Ending(.toolMissing)
    package static let notConfined = Ending(.notConfined)
    package static let libraryMissing = Ending(.libraryMissing)

    private init(_ status: SiblingStatus) { self = .exit(code: status.rawValue) }

    fileprivate var word: String {
        switch self {
        case .notConfined: "not-confined"
        case .libraryMissing: "library-missing"
        case .signal(SIGSYS): "forbidden-call"
        case .signal(SIGXCPU): "timed-out"
        case .exit, .signal: "crashed"
        }
    }
}

/// What `justificatif-reader` exits with, and what the system exits with in its place.
///
/// Programs that a person starts have the statuses of Spec/verdicts.md 4, `justificatif-page` too.
package enum SiblingStatus: Int32, Sendable {
    /// There is an answer, which may be that there is nothing to read.
    case done = 0
    /// Arguments it does not know.
    case refused = 64
    /// The program it was to become, pdftoppm, is not installed.
    case toolMissing = 69
    /// The system does not let it confine itself, so that it reads nothing.
    case notConfined = 71
    /// Standard input or standard output failed.
    case io = 74
    /// The loader's own: a shared library it is linked with is not there.
    case libraryMissing = 127
}
