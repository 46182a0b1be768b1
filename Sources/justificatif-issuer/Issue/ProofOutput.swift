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
                .refused, "say where it goes: --page FILE.pdf, --out FILE.png or --text FILE")
        }
        guard outDir == nil else { throw Failure(.refused, "--out-dir goes with --batch") }
        guard out != "-" || text != "-" else {
            throw Failure(.refused, "--out - and --text - cannot share standard output")
        }
        if out == "-", Terminal.outIsTerminal {
            throw Failure(.refused, "--out -: a picture is not written to a terminal")
        }
        if let out, out != "-", !out.hasSuffix(".png"), !out.hasSuffix(".svg") {
            let name = TerminalText.neutralised(out)
            throw Failure(.refused, "--out \(name): must end in .png or .svg")
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
            throw Failure(.refused, "--batch writes pictures and texts to --out-dir DIR")
        }
    }

    /// Writes what was asked for; says which justificatif stays registered if that fails.
    func write(_ proof: IssuedProof, _ printer: IssuedPages?, isRegistered: Bool) throws {
        do {
            try write(proof)
            try printer?.write(proof)
        } catch {
            if isRegistered { ProofOutput.tellStrandedProof(proof) }
            throw error
        }
    }

    /// Picture and text under one numbered name in the folder of a batch.
    func write(_ proof: IssuedProof, numbered name: String, isRegistered: Bool) throws {
        guard let outDir else { return }
        do {
            try writeFile("\(outDir)/\(name).png", self.code(proof).png())
            try writeFile("\(outDir)/\(name).txt", Array((proof.text + "\n").utf8))
        } catch {
            if isRegistered { ProofOutput.tellStrandedProof(proof) }
            throw error
        }
    }

    private static func tellStrandedProof(_ proof: IssuedProof) {
        Terminal.progress("")
        Terminal.note(
            "\(proof.reference) reste au registre bien qu’il n’ait pas pu être écrit en entier : "
                + "à annuler s’il ne doit pas servir")
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

    func tell(_ proof: IssuedProof, isRegistered: Bool) {
        Terminal.note(
            "référence \(proof.reference), utilisable jusqu’au "
                + "\(DateWords.day(proof.justificatif.lastDay, .french)) inclus, "
                + "\(proof.byteCount) octets")
        if !isRegistered {
            Terminal.note("rien n’est gardé : ce justificatif ne pourra pas être annulé")
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
