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
    func targets(_ page: PageOutput) throws -> [(path: String, form: ProofForm)] {
        let pages = try page.targets()
        guard out != nil || text != nil || !pages.isEmpty else {
            throw Failure(
                "no-output", .data,
                "dites où l’écrire : --page FICHIER.pdf, --out FICHIER.png ou --text FICHIER",
                "say where it goes: --page FILE.pdf, --out FILE.png or --text FILE")
        }
        guard outDir == nil, report == nil else {
            throw Failure(
                "out-dir", .data, "--out-dir et --report vont avec --batch",
                "--out-dir and --report go with --batch")
        }
        guard out != "-" || text != "-" else {
            throw Failure(
                "one-output", .data,
                "--out - et --text - ne peuvent pas partager la sortie standard",
                "--out - and --text - cannot share standard output")
        }
        let pictures = try out.map { [(path: $0, form: try form(ofPicture: $0))] } ?? []
        let texts = text.map { [(path: $0, form: ProofForm.text)] } ?? []
        let targets = pictures + texts + pages
        for (path, _) in targets where path != "-" && !force && Folders.exists(path) {
            throw FileFault(
                .exists, path, "existe déjà ; --force le remplace",
                "exists already; --force overwrites it")
        }
        return targets
    }

    private func form(ofPicture path: String) throws(Failure) -> ProofForm {
        if path == "-" {
            guard !Terminal.outIsTerminal else {
                throw Failure(
                    "terminal", .data, "--out - : une image ne s’écrit pas sur un terminal",
                    "--out -: a picture is not written to a terminal")
            }
            return .png
        }
        let forms: [ProofForm] = [.png, .svg]
        guard let form = forms.first(where: { path.hasSuffix(".\($0.ending)") }) else {
            let name = TerminalText.neutralised(path)
            throw Failure(
                "out-ending", .data, "--out \(name) : doit finir par .png ou .svg",
                "--out \(name): must end in .png or .svg")
        }
        return form
    }

    /// The folder of a batch.
    func folder(_ page: PageOutput, _ printer: ProofPrinter) throws -> BatchFolder {
        guard let outDir, out == nil, text == nil else {
            throw Failure(
                "out-dir", .data, "--batch écrit images et textes dans --out-dir DOSSIER",
                "--batch writes pictures and texts to --out-dir DIR")
        }
        return try BatchFolder(
            outDir, pages: page.formats(), printer: printer, existing: existing)
    }

    /// Writes what was asked for; says which justificatif stays registered if that fails.
    func write(
        _ proof: IssuedProof, _ targets: [(path: String, form: ProofForm)],
        _ printer: ProofPrinter, isRegistered: Bool, _ language: Language
    ) throws {
        do {
            for (path, form) in targets {
                let bytes = try printer.bytes(of: proof, as: form)
                if path == "-" {
                    try Terminal.deliver(bytes)
                } else {
                    try FileWriting.write(
                        bytes, to: path, mode: PersonalFile.mode, existing: existing)
                }
            }
        } catch {
            if isRegistered { ProofOutput.tellStrandedProof(proof, language) }
            throw error
        }
    }

    private var existing: FileWriting.Existing { force ? .replace : .refuse }

    static func tellStrandedProof(_ proof: IssuedProof, _ language: Language) {
        Terminal.note(
            language(
                "\(proof.reference) reste au registre bien qu’il n’ait pas pu être écrit en "
                    + "entier : à annuler s’il ne doit pas servir",
                "\(proof.reference) stays in the register although it could not be written whole: "
                    + "cancel it if it must not be used"), language)
    }

    func tell(_ proof: IssuedProof, isRegistered: Bool, _ language: Language) {
        let lastDay = DateWords.day(proof.justificatif.lastDay, language)
        Terminal.note(
            language(
                "référence \(proof.reference), utilisable jusqu’au \(lastDay) inclus, "
                    + "\(proof.byteCount) octets",
                "reference \(proof.reference), last day of use \(lastDay), "
                    + "\(proof.byteCount) bytes"), language)
        if !isRegistered {
            Terminal.note(
                language(
                    "rien n’est gardé : ce justificatif ne pourra pas être annulé",
                    "nothing is kept: this justificatif can not be cancelled"), language)
        }
    }
}
