internal import ArgumentParser
internal import Console
internal import Explaining
internal import Files
internal import QRImage
internal import Reporting
internal import Typing
internal import Verification

struct ScannerTest: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "scanner-test",
        abstract: "Finds out whether a scanner that types, types right.",
        discussion: """
            First --out: FILE.html is a sheet to print, with the code and what each wrong setting \
            makes of it; FILE.png and FILE.svg are the code alone. Then --check, scan the code \
            once, and end with Enter and Ctrl-D; or save what the scanner typed and give it on \
            standard input. Says which setting is wrong and how to put it right. "verify" undoes \
            most of these faults by itself; a scanner that types right is still faster and surer.

              justificatif scanner-test --out test.html
              justificatif scanner-test --check

            Exit status: 0 the scanner types right, 4 it does not.
            """)

    @Option(
        help: ArgumentHelp("File to write: FILE.html, FILE.png or FILE.svg.", valueName: "file"))
    var out: String?

    @Flag(help: "Judge what the scanner typed, from standard input.")
    var check = false

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        switch (out, check) {
        case (let out?, false): try write(to: out)
        case (nil, true): try checkTyped()
        case (_?, true), (nil, false):
            throw Failure(
                "out-or-check", .data,
                "donnez --out FICHIER.html, FICHIER.png ou FICHIER.svg, ou bien --check",
                "give --out FILE.html, FILE.png or FILE.svg, or else --check")
        }
    }

    private func write(to path: String) throws {
        let code = try QRCode(alphanumeric: ScannerSelfTest.text)
        let bytes: [UInt8]
        if path.hasSuffix(".html") {
            bytes = Array(ScannerSheet(lang).html(code).utf8)
        } else if path.hasSuffix(".svg") {
            bytes = Array(code.svg(title: ScannerSheet.codeTitle).utf8)
        } else if path.hasSuffix(".png") {
            bytes = try code.png()
        } else {
            throw Failure(
                "out-ending", .data, "--out : doit finir par .html, .png ou .svg",
                "--out: must end in .html, .png or .svg")
        }
        try FileWriting.write(bytes, to: path, existing: .refuse)
        try Terminal.out(ScannerWords(lang).afterWriting)
    }

    private func checkTyped() throws {
        let words = ScannerWords(lang)
        if Terminal.inIsTerminal { Terminal.note(words.beforeScan, lang) }
        let bytes = try FileReading.standardInput(limit: 1 << 16)
        // A file that an editor of Windows saved may be UTF-16.
        let typed =
            if case .text(let text) = InputKind(of: bytes) { text } else {
                String(decoding: bytes, as: UTF8.self)
            }
        let finding = ScannerSelfTest.finding(on: typed)
        for line in words.lines(on: finding) { try Terminal.out(line) }
        if finding != .complete(nil, .good) { throw ExitStatus.notRead }
    }
}
