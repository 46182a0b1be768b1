internal import ArgumentParser
internal import Console
internal import Explaining
internal import Files
internal import Issuing
internal import Proofs
internal import QRImage
internal import Reporting

/// Who may read what states something of a person: the account that issues, and nobody else.
enum PersonalFile {
    static let mode: UInt32 = 0o600
    static let folderMode: UInt32 = 0o700
}

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
            "Error correction of the QR code: Q, or M where Q would pass version 13.",
            valueName: "level"))
    var ecc: Level?

    @Flag(help: "Overwrite existing files.")
    var force = false

    /// Refuses impossible wishes before anything is signed.
    func check(hasPage: Bool) throws {
        guard out != nil || text != nil || hasPage else {
            throw Failure(
                "no-output", .data,
                "dites où l’écrire : --page FICHIER.pdf, --out FICHIER.png ou --text FICHIER",
                "say where it goes: --page FILE.pdf, --out FILE.png or --text FILE")
        }
        guard outDir == nil else {
            throw Failure(
                "out-dir", .data, "--out-dir va avec --batch", "--out-dir goes with --batch")
        }
        guard out != "-" || text != "-" else {
            throw Failure(
                "one-output", .data,
                "--out - et --text - ne peuvent pas partager la sortie standard",
                "--out - and --text - cannot share standard output")
        }
        if out == "-", Terminal.outIsTerminal {
            throw Failure(
                "terminal", .data, "--out - : une image ne s’écrit pas sur un terminal",
                "--out -: a picture is not written to a terminal")
        }
        if let out, out != "-", !out.hasSuffix(".png"), !out.hasSuffix(".svg") {
            let name = TerminalText.neutralised(out)
            throw Failure(
                "out-ending", .data, "--out \(name) : doit finir par .png ou .svg",
                "--out \(name): must end in .png or .svg")
        }
        for path in [out, text] {
            guard let path, path != "-", !force, Folders.exists(path) else { continue }
            throw FileFault(
                .exists, path, "existe déjà ; --force le remplace",
                "exists already; --force overwrites it")
        }
    }

    func checkBatch() throws {
        guard outDir != nil, out == nil, text == nil else {
            throw Failure(
                "out-dir", .data, "--batch écrit images et textes dans --out-dir DOSSIER",
                "--batch writes pictures and texts to --out-dir DIR")
        }
    }

    /// Writes what was asked for; says which justificatif stays registered if that fails.
    func write(
        _ proof: IssuedProof, _ printer: IssuedPages?, isRegistered: Bool, _ language: Language
    ) throws {
        do {
            try write(proof)
            try printer?.write(proof)
        } catch {
            if isRegistered { ProofOutput.tellStrandedProof(proof, language) }
            throw error
        }
    }

    /// Picture and text under one numbered name in the folder of a batch.
    func write(
        _ proof: IssuedProof, numbered name: String, isRegistered: Bool, _ language: Language
    ) throws {
        guard let outDir else { return }
        do {
            try writeFile("\(outDir)/\(name).png", self.code(proof).png())
            try writeFile("\(outDir)/\(name).txt", Array((proof.text + "\n").utf8))
        } catch {
            if isRegistered { ProofOutput.tellStrandedProof(proof, language) }
            throw error
        }
    }

    private static func tellStrandedProof(_ proof: IssuedProof, _ language: Language) {
        Terminal.progress("")
        Terminal.note(
            language(
                "\(proof.reference) reste au registre bien qu’il n’ait pas pu être écrit en "
                    + "entier : à annuler s’il ne doit pas servir",
                "\(proof.reference) stays in the register although it could not be written whole: "
                    + "cancel it if it must not be used"), language)
    }

    private func write(_ proof: IssuedProof) throws {
        if let out {
            let code = try self.code(proof)
            if out == "-" {
                try Terminal.deliver(code.png())
            } else {
                try writeFile(out, out.hasSuffix(".svg") ? Array(code.svg().utf8) : code.png())
            }
        }
        if let text {
            if text == "-" {
                try Terminal.deliver(Array((proof.text + "\n").utf8))
            } else {
                try writeFile(text, Array((proof.text + "\n").utf8))
            }
        }
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

    private func code(_ proof: IssuedProof) throws -> QRCode {
        try QRCode(alphanumeric: proof.text, correction: ecc?.correction)
    }

    private func writeFile(_ path: String, _ bytes: [UInt8]) throws {
        try FileWriting.write(
            bytes, to: path, mode: PersonalFile.mode, existing: force ? .replace : .refuse)
    }
}
