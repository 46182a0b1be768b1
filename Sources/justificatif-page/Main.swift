internal import ArgumentParser
internal import Console
internal import Counter
internal import Explaining
internal import Files
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
struct Program: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "justificatif-page",
        abstract: "Makes the page of a justificatif that is authentic and usable.",
        discussion: """
            Reads the text of a code on standard input and writes the page to standard output. \
            "justificatif page" and "justificatif-issuer issue --page" start it; by hand:

              justificatif-page --format pdf --lists listes < proof.txt > proof.pdf

            Exit status: as "justificatif verify".
            """,
        version: ProductVersion.text)

    @Option(help: ArgumentHelp("pdf or html.", valueName: "format"))
    var format = Format.pdf

    @OptionGroup var place: ListsOptions
    @OptionGroup var when: InstantOptions
    @OptionGroup var speech: LanguageOptions

    static func main() {
        ProgramRunner.main(Program.self)
    }

    func run() throws {
        if Terminal.outIsTerminal {
            throw Failure(
                "terminal", .data,
                "une page ne s’écrit pas sur un terminal ; redirigez-la vers un fichier",
                "a page is not written to a terminal; redirect it to a file")
        }
        let content = PageContent(try proof())
        try Terminal.deliver(
            format == .pdf ? PDFPage.bytes(of: content) : HTMLPage.bytes(of: content))
    }

    /// The proof of standard input's text, if a counter would accept it at this instant.
    private func proof() throws -> VerifiedProof {
        let bytes = try FileReading.standardInput(limit: 65_536)
        let text = TokenText.trimmed(String(decoding: bytes, as: UTF8.self))
        let counter = try CounterDesk(
            lists: place.lists, roots: place.roots, isSimulated: when.isSimulated, SodiumCrypto())
        let verdict = counter.judge.verdict(onCode: text, at: try when.instant())
        guard verdict.code.family == .green, let proof = verdict.proof else {
            Terminal.error(
                "\(VerdictWords(verdict, lang).headline) [\(verdict.code.rawValue)]", lang)
            throw ExitStatus(rawValue: verdict.code.exitStatus(strict: false)) ?? .fault
        }
        return proof
    }

}

enum Format: String, ExpressibleByArgument, CaseIterable {
    case pdf, html
}
