internal import ArgumentParser
internal import Console
internal import Explaining
internal import Files
internal import Issuing
internal import Office
internal import Proofs
internal import QRImage
internal import Reporting

/// Where a justificatif is written, as picture and as text.
struct ProofOutput: ParsableArguments {
    enum Level: String, ExpressibleByArgument, CaseIterable {
        case medium = "M"
        case quartile = "Q"

        var correction: QRCode.Correction { self == .medium ? .medium : .quartile }
    }

    @Option(
        help: ArgumentHelp(
            "Picture to write: FILE.png, FILE.svg, or - for PNG on standard output.",
            valueName: "file"))
    var out: String?

    @Option(help: ArgumentHelp("Text of the code to write, or -.", valueName: "file"))
    var text: String?

    @Option(help: ArgumentHelp("Folder for the pictures and texts of a batch.", valueName: "dir"))
    var outDir: String?

    @Option(
        help: ArgumentHelp(
            "Report of a batch (line;reference;file;last_day). Run again with the same report, a "
                + "batch goes on where it stopped.", valueName: "file.csv"))
    var report: String?

    @Option(
        help: ArgumentHelp(
            "Error correction of the QR code: Q, or M where Q would pass version 13.",
            valueName: "level"))
    var ecc: Level?

    @Flag(help: "Overwrite existing files.")
    var force = false

    /// What is to be written where; refuses impossible wishes before anything is signed.
    func targets(_ page: PageOutput) throws -> ProofTargets {
        let targets = try ProofTargets(
            picture: out, text: text, pages: page.files, existing: existing,
            outIsTerminal: Terminal.outIsTerminal)
        guard outDir == nil, report == nil else {
            throw Failure(
                "out-dir", .data, "--out-dir et --report vont avec --batch",
                "--out-dir and --report go with --batch")
        }
        return targets
    }

    /// The folder of a batch.
    func folder(_ page: PageOutput, _ printer: ProofPrinter) throws -> BatchFolder {
        guard let outDir, out == nil, text == nil else {
            throw Failure(
                "out-dir", .data, "--batch écrit images et textes dans --out-dir DOSSIER",
                "--batch writes pictures and texts to --out-dir DIR")
        }
        return try BatchFolder(
            outDir, pages: ProofTargets.formats(page.files), printer: printer, existing: existing)
    }

    private var existing: FileWriting.Existing { force ? .replace : .refuse }
}
