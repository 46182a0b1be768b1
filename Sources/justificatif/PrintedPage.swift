internal import ArgumentParser
internal import Console
internal import Counter
internal import Explaining
internal import Files
internal import Reporting
internal import Siblings
internal import Sodium
internal import Verification
internal import Wire

struct PrintedPage: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "page",
        abstract: "Makes the page to print of a justificatif that is authentic and usable.",
        discussion: """
            PDF is for print. HTML is the same page for screens and screen readers: give both.

              justificatif page --lists listes proof.png --out proof.pdf

            A justificatif that a counter would not accept gets no page, and the command ends with \
            the status of its verdict.
            """)

    @OptionGroup var place: ListsOptions
    @OptionGroup var when: InstantOptions
    @OptionGroup var speech: LanguageOptions

    @Option(help: ArgumentHelp("FILE.pdf or FILE.html.", valueName: "file"))
    var out: String

    @Flag(help: "Overwrite an existing file.")
    var force = false

    @Argument(help: ArgumentHelp("PNG, JPEG or text file, or -.", valueName: "input"))
    var input: String

    func run() throws {
        let format = try format()
        if !force, Folders.exists(out) {
            throw FileFault(
                .exists, out, "existe déjà ; --force le remplace",
                "exists already; --force overwrites it")
        }
        let verdict = try verdict()
        guard verdict.code.family == .green, let proof = verdict.proof else {
            let lines = TerminalReport.lines(
                verdict, simulated: when.isSimulated, colour: Terminal.outHasColour, lang)
            for line in lines { try Terminal.out(line) }
            throw ExitStatus(rawValue: verdict.code.exitStatus(strict: false)) ?? .fault
        }
        let page = try PagePrinter.installed().page(
            ofText: TokenText.encode(proof.token), as: format, lists: place.lists,
            roots: place.roots, at: when.at, lang)
        try FileWriting.write(
            page, to: out, mode: PersonalFile.mode, existing: force ? .replace : .refuse)
        try Terminal.out(TerminalText.neutralised(VerdictWords(verdict, lang).headline))
        let name = TerminalText.neutralised(out)
        Terminal.note(lang("page : \(name)", "page: \(name)"), lang)
    }

    private func format() throws(Failure) -> PageFormat {
        guard let format = PageFormat(ofFile: out) else {
            let name = TerminalText.neutralised(out)
            throw Failure(
                "page-ending", .data, "--out \(name) : doit finir par .pdf ou .html",
                "--out \(name): must end in .pdf or .html")
        }
        return format
    }

    private func verdict() throws -> Verdict {
        let counter = try CounterDesk(
            lists: place.lists, roots: place.roots, reader: try? PictureReader.installed(),
            isSimulated: when.isSimulated, SodiumCrypto())
        let findings = try counter.judge.reading.findings(in: CounterInput(input))
        return counter.judge.verdict(on: findings, at: try when.instant())
    }
}
