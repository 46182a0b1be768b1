internal import ArgumentParser
internal import Console
internal import Files
internal import Issuing
internal import JSONFields
internal import ListFiles
internal import Lists
internal import Office
internal import QRImage
internal import Register
internal import Siblings
internal import Sodium

/// What an issuing body installs.
@main
struct Program: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "justificatif-issuer",
        abstract: "Makes keys, justificatifs and the lists that verifiers rely on.",
        discussion: """
              justificatif-issuer key new --role issuer --out caf
              justificatif-issuer issue --key caf.key --register caf.db \
            --claims claims.json --lists listes --page proof.pdf --page proof.html

            Exit status: 0 done, 64 refused (arguments, claims, answer or identity), 70 internal \
            error, 74 input/output, 78 configuration (keys, lists).
            """,
        version: "0.1.0",
        subcommands: [
            KeyCommand.self, Issue.self, Revoke.self, RegisterCommand.self, RootCommand.self,
            TrustCommand.self, RevocationsCommand.self,
        ])

    static func main() {
        ProgramRunner.main(Program.self, describe: failure)
    }

    static func failure(_ error: any Error) -> Failure? {
        switch error {
        case let fault as FileFault: Failure(.io, fault.description)
        case let fault as JSONFault: Failure(.refused, fault.description)
        case let fault as ListsFault: Failure(.configuration, fault.description)
        case let refusal as IssuingRefusal:
            Failure(.refused, "\(refusal.code): \(refusal.message)")
        case let fault as IssuingFault:
            Failure(isOwn(fault) ? .fault : .refused, "\(fault.code): \(fault.message)")
        case let fault as RegisterFault: Failure(fault.status, fault.message)
        case let refusal as PublicationRefusal: Failure(.refused, refusal.message)
        case let refusal as PreviousListRefusal: Failure(.refused, refusal.message)
        case let fault as PublishingFault: Failure(.fault, fault.message)
        case let fault as RevocationDraftFault:
            Failure(.refused, "\(fault.code): \(fault.message)")
        case let fault as SodiumFault: Failure(.configuration, fault.message)
        case let fault as SiblingFault:
            Failure(ExitStatus(rawValue: fault.pageStatus) ?? .fault, fault.message(about: .page))
        case let fault as QRImageError: Failure(.refused, "QR code: \(fault)")
        default: nil
        }
    }

    private static func isOwn(_ fault: IssuingFault) -> Bool {
        if case .selfCheck = fault { true } else { false }
    }
}

extension RegisterFault {
    fileprivate var status: ExitStatus {
        switch self {
        case .notFound, .exists, .busy, .unusable: .io
        case .notARegister, .newer: .configuration
        case .dayClosed, .dayInFuture, .clockFarAhead: .refused
        case .identifierTaken: .fault
        }
    }
}
