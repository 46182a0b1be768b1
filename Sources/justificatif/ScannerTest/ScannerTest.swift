internal import ArgumentParser
internal import Console
internal import Files
internal import QRImage
internal import Reporting
internal import Wire

struct ScannerTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scanner-test",
        abstract: "Finds out whether a scanner that types, types right.",
        discussion: """
            First --out, and print or show the picture. Then --check, scan it once, and end with \
            Enter and Ctrl-D; or save what the scanner typed and give it on standard input. Says \
            which setting is wrong and how to put it right. "verify" undoes most of these faults \
            by itself; a scanner that types right is still faster and surer.

            Exit status: 0 the scanner types right, 4 it does not.
            """)

    @Option(help: ArgumentHelp("Picture to write: FILE.png or FILE.svg.", valueName: "file"))
    var out: String?

    @Flag(help: "Judge what the scanner typed, from standard input.")
    var check = false

    @Option(help: ArgumentHelp("Language of the words: fr or en.", valueName: "lang"))
    var lang = Language.french

    func validate() throws {
        guard (out != nil) != check else {
            throw ValidationError("Give --out FILE.png, --out FILE.svg, or --check.")
        }
    }

    func run() throws {
        if let out {
            try writePicture(to: out)
        } else {
            try checkTyped()
        }
    }

    private func writePicture(to path: String) throws {
        let code = try QRCode(alphanumeric: ScannerSelfTest.text)
        guard path.hasSuffix(".png") || path.hasSuffix(".svg") else {
            throw Failure(.refused, "--out: must end in .png or .svg")
        }
        let bytes = path.hasSuffix(".svg") ? Array(code.svg().utf8) : try code.png()
        try FileWriting.write(bytes, to: path, existing: .refuse)
        let words = ScannerWords(lang)
        Terminal.out(words.afterPicture)
    }

    private func checkTyped() throws {
        let words = ScannerWords(lang)
        if Terminal.inIsTerminal { Terminal.note(words.beforeScan) }
        let bytes = try FileReading.standardInput(limit: 1 << 16)
        let finding = ScannerSelfTest.finding(on: String(decoding: bytes, as: UTF8.self))
        for line in words.lines(on: finding) { Terminal.out(line) }
        if finding != .complete(nil, .good) { throw ExitStatus.notRead }
    }
}
