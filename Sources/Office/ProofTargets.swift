package import Explaining
package import Files
package import Issuing
internal import Proofs
internal import Reporting
package import Siblings

/// Where one justificatif is written, and in which forms.
package struct ProofTargets {
    /// The name of standard output.
    package static let standardOutput = "-"

    private let targets: [(path: String, form: ProofForm)]
    private let existing: FileWriting.Existing

    /// Refuses what could not be written, before anything is signed.
    ///
    /// `picture` ends in .png or .svg, or is - for PNG on standard output; `text` may be - as well;
    /// `pages` end in .pdf or .html. `outIsTerminal` is whether standard output is one. Throws
    /// `OutputRefusal`, and `FileFault` `exists` for a file that is there and must not be replaced.
    package init(
        picture: String?, text: String?, pages: [String], existing: FileWriting.Existing,
        outIsTerminal: Bool
    ) throws {
        let pages = try pages.map(ProofTargets.page)
        guard picture != nil || text != nil || !pages.isEmpty else { throw OutputRefusal.nowhere }
        guard picture != ProofTargets.standardOutput || text != ProofTargets.standardOutput else {
            throw OutputRefusal.sharedOutput
        }
        let pictures = try picture.map { path in
            [(path: path, form: try ProofTargets.form(ofPicture: path, outIsTerminal))]
        }
        let texts = text.map { [(path: $0, form: ProofForm.text)] }
        targets = (pictures ?? []) + (texts ?? []) + pages
        self.existing = existing
        for (path, _) in targets
        where path != ProofTargets.standardOutput && existing == .refuse && Folders.exists(path) {
            throw FileFault(
                .exists, path, "existe déjà ; --force le remplace",
                "exists already; --force overwrites it")
        }
    }

    private static func page(
        _ path: String
    ) throws(OutputRefusal) -> (path: String, form: ProofForm) {
        guard let format = PageFormat(ofFile: path) else { throw .pageEnding(path) }
        return (path, .page(format))
    }

    private static func form(
        ofPicture path: String, _ outIsTerminal: Bool
    ) throws(OutputRefusal) -> ProofForm {
        if path == standardOutput {
            guard !outIsTerminal else { throw .pictureToTerminal }
            return .png
        }
        let forms: [ProofForm] = [.png, .svg]
        guard let form = forms.first(where: { path.hasSuffix(".\($0.ending)") }) else {
            throw .pictureEnding(path)
        }
        return form
    }

    /// Writes all of them; `deliver` takes what goes to standard output.
    package func write(
        _ proof: IssuedProof, _ printer: ProofPrinter, deliver: ([UInt8]) throws -> Void
    ) throws {
        for (path, form) in targets {
            let bytes = try printer.bytes(of: proof, as: form)
            if path == ProofTargets.standardOutput {
                try deliver(bytes)
            } else {
                try FileWriting.write(bytes, to: path, mode: PersonalFile.mode, existing: existing)
            }
        }
    }

    /// The pages that each line of a batch gets, of words such as `pdf` or `pdf,html`.
    package static func formats(_ words: [String]) throws(OutputRefusal) -> [PageFormat] {
        let words = Set(words.flatMap { $0.split(separator: ",").map(String.init) })
        let formats = PageFormat.allCases.filter { words.contains($0.rawValue) }
        guard formats.count == words.count else { throw .pageFormats }
        return formats
    }
}

extension IssuedProof {
    /// What the person who issued it notes down.
    package func note(_ language: Language) -> String {
        let lastDay = DateWords.day(justificatif.lastDay, language)
        return language(
            "référence \(reference), utilisable jusqu’au \(lastDay) inclus, \(byteCount) octets",
            "reference \(reference), last day of use \(lastDay), \(byteCount) bytes")
    }

    /// What is left to do if it was registered and could not be written.
    package func strandedNote(_ language: Language) -> String {
        language(
            "\(reference) reste au registre bien qu’il n’ait pas pu être écrit en entier : à "
                + "annuler s’il ne doit pas servir",
            "\(reference) stays in the register although it could not be written whole: cancel it "
                + "if it must not be used")
    }
}

/// Why a justificatif cannot be written where somebody wants it; nothing was issued.
package enum OutputRefusal: Explained, Equatable {
    case nowhere
    /// Picture and text both want standard output.
    case sharedOutput
    case pictureToTerminal
    case pictureEnding(String)
    case pageEnding(String)
    case pageFormats

    package var explanation: Explanation {
        switch self {
        case .nowhere:
            Explanation(
                "no-output", .data,
                "dites où l’écrire : --page FICHIER.pdf, --out FICHIER.png ou --text FICHIER",
                "say where it goes: --page FILE.pdf, --out FILE.png or --text FILE")
        case .sharedOutput:
            Explanation(
                "one-output", .data,
                "--out - et --text - ne peuvent pas partager la sortie standard",
                "--out - and --text - cannot share standard output")
        case .pictureToTerminal:
            Explanation(
                "terminal", .data, "--out - : une image ne s’écrit pas sur un terminal",
                "--out -: a picture is not written to a terminal")
        case .pictureEnding(let path):
            Explanation(
                "out-ending", .data,
                "--out \(TerminalText.neutralised(path)) : doit finir par .png ou .svg",
                "--out \(TerminalText.neutralised(path)): must end in .png or .svg")
        case .pageEnding(let path):
            Explanation(
                "page-ending", .data,
                "--page \(TerminalText.neutralised(path)) : doit finir par .pdf ou .html",
                "--page \(TerminalText.neutralised(path)): must end in .pdf or .html")
        case .pageFormats:
            Explanation(
                "page-format", .data, "--page : avec --batch, donnez pdf, html ou pdf,html",
                "--page: with --batch give pdf, html or pdf,html")
        }
    }
}
