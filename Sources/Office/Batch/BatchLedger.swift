package import Explaining
internal import Files
internal import Issuing
package import Proofs
package import Wire

/// What a batch has done, so that it can be stopped at any moment and gone on with
/// (Spec/issuing.md 7): the report, which people use, and the journal beside it.
///
/// The journal says under which identifier a line is issued, before it is registered. So a line
/// whose row is in the register and whose files were never written is found again, and signed again
/// to the same bytes.
package final class BatchLedger {
    /// A batch has 64 MiB; no line of either file is longer than one of claims.
    private static let byteLimit = 67_108_864
    /// What spreadsheets of offices take as columns.
    private static let header = "line;reference;file;last_day"
    private static let journalHeader = "justificatif-batch/1"

    /// What the journal holds of a line.
    struct Note {
        let identifier: ProofIdentifier
        /// Of what the line said; the identifier in it keeps others from guessing.
        fileprivate let digest: String
    }

    private let report: LineFile
    private let journal: LineFile
    private var notes: [Int: Note] = [:]
    private var done: Set<Int> = []

    /// Opens the report at `path` and its journal, or makes both.
    ///
    /// `kid` is that of the key that signs. Throws `FileFault`, also while another program works on
    /// the same batch, and `BatchRefusal` for files of something else.
    package init(_ path: String, kid: KeyIdentifier) throws {
        report = try LineFile(path, mode: PersonalFile.mode, limit: BatchLedger.byteLimit)
        let start = "\(BatchLedger.journalHeader) \(kid)"
        let isNew = report.lines.isEmpty
        guard isNew || report.lines.first == Array(BatchLedger.header.utf8) else {
            throw BatchRefusal.notAReport(path)
        }
        let beside = "\(path).journal"
        guard isNew || Folders.exists(beside) else { throw BatchRefusal.noJournal(beside) }
        journal = try LineFile(beside, mode: PersonalFile.mode, limit: BatchLedger.byteLimit)
        guard journal.lines.isEmpty || journal.lines.first == Array(start.utf8) else {
            throw BatchRefusal.otherJournal(beside)
        }
        for line in report.lines.dropFirst() {
            let cells = String(decoding: line, as: UTF8.self).split(separator: ";")
            guard let number = cells.first.flatMap({ Int($0) }) else {
                throw BatchRefusal.notAReport(path)
            }
            done.insert(number)
        }
        for line in journal.lines.dropFirst() {
            guard let (number, note) = BatchLedger.note(line) else {
                throw BatchRefusal.otherJournal(beside)
            }
            notes[number] = note
        }
        guard done.allSatisfy({ notes[$0] != nil }) else { throw BatchRefusal.noJournal(beside) }
        if journal.lines.isEmpty { try journal.append([start]) }
        if isNew { try report.append([BatchLedger.header]) }
    }

    private static func note(_ line: [UInt8]) -> (Int, Note)? {
        let words = String(decoding: line, as: UTF8.self).split(separator: " ").map(String.init)
        guard words.count == 3, let number = Int(words[0]),
            let identifier = Hexadecimal.decode(words[1]).flatMap(ProofIdentifier.init)
        else { return nil }
        return (number, Note(identifier: identifier, digest: words[2]))
    }

    /// What the journal says of a line; nil if nothing was ever signed for it.
    ///
    /// Throws `lineChanged` if the line said something else then.
    func note(of line: BatchLine, _ row: [UInt8], _ hasher: some Hashing) throws(BatchRefusal)
        -> Note?
    {
        guard let note = notes[line.number] else { return nil }
        guard note.digest == BatchLedger.digest(row, note.identifier, hasher) else {
            throw .lineChanged
        }
        return note
    }

    /// Whether the files of a line were written, and reported.
    func isDone(_ line: BatchLine) -> Bool { done.contains(line.number) }

    /// Writes down under which identifiers lines are about to be registered.
    func note(
        _ lines: [(line: BatchLine, row: [UInt8], identifier: ProofIdentifier)],
        _ hasher: some Hashing
    ) throws(FileFault) {
        let new = lines.filter { notes[$0.line.number] == nil }
        try journal.append(
            new.map { line, row, identifier in
                let digest = BatchLedger.digest(row, identifier, hasher)
                notes[line.number] = Note(identifier: identifier, digest: digest)
                return "\(line.number) \(Hexadecimal.encode(identifier.bytes)) \(digest)"
            })
    }

    /// Reports lines whose files are written.
    func add(
        _ proofs: [(line: BatchLine, proof: IssuedProof, file: String)]
    ) throws(FileFault) {
        try report.append(
            proofs.map { line, proof, file in
                "\(line.number);\(proof.reference);\(file);\(proof.justificatif.lastDay)"
            })
        done.formUnion(proofs.map(\.line.number))
    }

    /// Half of SHA-256: nobody gains by two lines with one digest.
    private static func digest(
        _ row: [UInt8], _ identifier: ProofIdentifier, _ hasher: some Hashing
    ) -> String {
        // An editor of Windows may have saved the file since.
        let text = row.last == UInt8(ascii: "\r") ? row.dropLast() : row[...]
        return Hexadecimal.encode(hasher.sha256(identifier.bytes + text).bytes.prefix(16))
    }
}

/// Why a line of a batch, or all of it, is not gone on with; nothing was issued for it now.
package enum BatchRefusal: Explained, Equatable {
    /// The file that should be the report is another one.
    case notAReport(String)
    /// The report says that lines were issued, and its journal is not there.
    case noJournal(String)
    /// The journal is damaged, or of a batch that another key signed.
    case otherJournal(String)
    /// The line was issued, or was about to be, when it said something else.
    case lineChanged
    /// The line is registered with other terms, such as another last day.
    case otherTerms(Reference)
    /// The line is registered, and was cancelled before its files were written.
    case cancelled(Reference)

    package var explanation: Explanation {
        switch self {
        case .notAReport(let path):
            Explanation(
                "not-a-report", .data,
                "\(path) : n’est pas le rapport d’un lot ; donnez un autre nom à --report",
                "\(path): is not the report of a batch; give --report another name")
        case .noJournal(let path):
            Explanation(
                "no-journal", .data,
                "\(path) : manque, et sans lui personne ne sait quelles lignes sont établies ; "
                    + "remettez-le à côté du rapport",
                "\(path): is missing, and nobody knows without it which lines were issued; put it "
                    + "back beside the report")
        case .otherJournal(let path):
            Explanation(
                "other-journal", .data,
                "\(path) : est abîmé, ou le journal d’un lot signé par une autre clé",
                "\(path): is damaged, or the journal of a batch that another key signed")
        case .lineChanged:
            Explanation(
                "line-changed", .data,
                "cette ligne a été établie avec un autre contenu ; ajoutez les nouvelles lignes "
                    + "à la fin, ou commencez un autre rapport",
                "this line was issued with another content; add new lines at the end, or begin "
                    + "another report")
        case .otherTerms(let reference):
            Explanation(
                "line-other-terms", .data,
                "est au registre sous \(reference) avec d’autres options ; relancez la commande "
                    + "d’origine",
                "is registered as \(reference) with other options; run the command as it was")
        case .cancelled(let reference):
            Explanation(
                "line-cancelled", .data,
                "a été établie sous \(reference), puis annulée ; pour l’établir de nouveau, "
                    + "ajoutez une ligne à la fin",
                "was issued as \(reference) and then cancelled; to issue it again, add a line at "
                    + "the end")
        }
    }
}
