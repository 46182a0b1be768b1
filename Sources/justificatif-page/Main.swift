internal import ArgumentParser
internal import Console
internal import Files
internal import JSONFields
internal import ListFiles
internal import Lists
internal import Page
internal import Proofs
internal import Reporting
internal import Sodium
internal import Verification
internal import Wire

/// Draws the page of one justificatif: a filter from the text of the code to PDF or HTML.
@main
struct Program: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "justificatif-page",
        abstract: "Makes the page of a justificatif that is authentic and usable.",
        discussion: """
            Reads the text of a code on standard input and writes the page to standard output. \
            "justificatif page" and "justificatif-issuer issue --page" start it; by hand:

              justificatif-page --format pdf --lists listes < proof.txt > proof.pdf

            Exit status: as "justificatif verify".
            """,
        version: "0.1.0")

    @Option(help: ArgumentHelp("pdf or html.", valueName: "format"))
    var format = Format.pdf

    @Option(help: ArgumentHelp("Folder with the lists.", valueName: "dir"))
    var lists = "/var/lib/justificatif/lists"

    @Option(
        help: ArgumentHelp(
            "Roots to trust, instead of those pinned by \"lists init\".", valueName: "file"))
    var roots: String?

    @Option(
        help: ArgumentHelp(
            "Judge as of this instant or day (RFC 3339, UTC) instead of now.",
            valueName: "instant"))
    var at: String?

    static func main() {
        ProgramRunner.main(Program.self, describe: failure)
    }

    func run() throws {
        if Terminal.outIsTerminal {
            throw Failure(.refused, "a page is not written to a terminal: redirect to a file")
        }
        let content = PageContent(try proof())
        try Terminal.deliver(
            format == .pdf ? PDFPage.bytes(of: content) : HTMLPage.bytes(of: content))
    }

    /// The proof of standard input's text, if a counter would accept it at this instant.
    private func proof() throws -> VerifiedProof {
        let bytes = try FileReading.standardInput(limit: 65_536)
        let text = TokenText.trimmed(String(decoding: bytes, as: UTF8.self))
        let crypto = try SodiumCrypto()
        let folder = ListsFolder(lists)
        let roots = try folder.roots(named: roots, crypto)
        let lists = try folder.load(roots: roots, crypto)
        let verifier = Verifier(
            lists: at == nil ? lists : lists.forgettingObservedTime, crypto: crypto)
        let verdict = verifier.verdict(onText: text, at: try instant())
        guard verdict.code.family == .green, let proof = verdict.proof else {
            Terminal.error("\(verdict.code.rawValue): \(VerdictWords(verdict, .french).headline)")
            throw ExitStatus(rawValue: verdict.code.exitStatus(strict: false)) ?? .fault
        }
        return proof
    }

    private func instant() throws(Failure) -> Instant {
        guard let at else { return Instant(seconds: SystemClock.seconds()) }
        guard let instant = Instant(at) else {
            throw Failure(.refused, "--at: give 2026-11-21 or 2026-11-21T09:30:00Z")
        }
        return instant
    }

    private static func failure(_ error: any Error) -> Failure? {
        switch error {
        case let fault as PageFault: Failure(fault.status, fault.message)
        case let fault as FileFault: Failure(.io, fault.description)
        case let fault as ListsFault: Failure(.configuration, fault.description)
        case let fault as JSONFault: Failure(.configuration, fault.description)
        case let fault as SodiumFault: Failure(.fault, fault.message)
        default: nil
        }
    }
}

enum Format: String, ExpressibleByArgument, CaseIterable {
    case pdf, html
}

extension PageFault {
    fileprivate var status: ExitStatus {
        switch self {
        case .fontMissing, .letterMissing: .configuration
        case .drawing, .code: .fault
        }
    }
}
