package import Explaining
internal import Files
package import Siblings
internal import Wire

/// A program of the issuing body that signs: the bytes to sign go to its standard input, the 64
/// bytes of the signature come from its standard output (Spec/keys.md 2).
package struct SignerProgram: Equatable, Sendable {
    /// How long it may take, in seconds.
    package static let secondsRange = 1...600
    package static let usualSeconds = 60

    private let path: String
    private let arguments: [String]
    private let seconds: Int

    /// `path` is absolute and looked at only when something is signed; `seconds` in `secondsRange`.
    package init(_ path: String, _ arguments: [String], seconds: Int) {
        self.path = path
        self.arguments = arguments
        self.seconds = seconds
    }

    /// What the program gives as signature, 64 bytes that are not yet checked.
    func answer(to message: [UInt8]) throws(ProgramFault) -> [UInt8] {
        do throws(SiblingFault) {
            let input = try input(message)
            let answer = try SiblingProcess.answer(
                of: path, arguments, input: input.number, errors: .shown,
                environment: .ours, limit: Signature.byteCount,
                before: Deadline(seconds: seconds))
            guard answer.count == Signature.byteCount else { throw .badAnswer }
            return answer
        } catch { throw ProgramFault(error, of: path, seconds: seconds) }
    }

    /// A file in memory: a program that never reads cannot hold us up.
    private func input(_ message: [UInt8]) throws(SiblingFault) -> Descriptor {
        do throws(FileFault) { return try Descriptor(holding: message) } catch {
            throw .couldNotStart(errno: 0)
        }
    }
}

/// Why an outside program gave no signature (Spec/keys.md 2).
package struct ProgramFault: Explained, SignerFault, Equatable {
    private let path: String
    private let seconds: Int
    private let fault: SiblingFault

    package init(_ fault: SiblingFault, of path: String, seconds: Int) {
        self.fault = fault
        self.path = path
        self.seconds = seconds
    }

    package var explanation: Explanation { row.about(path) }

    private var row: Explanation {
        switch fault {
        case .notFound:
            Explanation(
                "signer-missing", .configuration, "ce programme n’existe pas",
                "there is no such program")
        case .couldNotStart(let number):
            Explanation(
                "signer-not-started", .configuration,
                "ce programme n’a pas pu démarrer (erreur n° \(number))",
                "this program could not be started (errno \(number))")
        case .timedOut:
            Explanation(
                "signer-timed-out", .program,
                "n’a pas signé en \(seconds) s, et a été arrêté ; voyez --signer-seconds",
                "did not sign within \(seconds) s, and was ended; see --signer-seconds")
        case .badAnswer:
            Explanation(
                "signer-bad-answer", .program,
                "n’a pas répondu les 64 octets d’une signature, et rien d’autre",
                "did not answer the 64 bytes of a signature, and nothing else")
        case .ended(.exit(let code)):
            Explanation(
                "signer-failed", .program, "n’a pas signé, et a fini avec le statut \(code)",
                "did not sign, and ended with status \(code)")
        case .ended(.signal(let number)):
            Explanation(
                "signer-failed", .program, "n’a pas signé : arrêté par le signal \(number)",
                "did not sign: ended by signal \(number)")
        }
    }
}
