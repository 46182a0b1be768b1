package import Files
internal import Issuing
package import Siblings

/// Where the files of a batch go: one folder, and a name for each line, such as `000012.png`.
package struct BatchFolder: Sendable {
    typealias NamedBytes = (name: String, bytes: [UInt8])

    /// The picture, which the report names.
    private static let first = ProofForm.png

    private let path: String
    private let forms: [ProofForm]
    private let printer: ProofPrinter
    private let existing: FileWriting.Existing

    /// Makes the folder if it is not there.
    ///
    /// Each line gets a picture, a text, and a page in each of `pages`. `existing` is what becomes
    /// of files that are there already.
    package init(
        _ path: String, pages: [PageFormat] = [], printer: ProofPrinter,
        existing: FileWriting.Existing = .refuse
    ) throws(FileFault) {
        try Folders.make(path, mode: PersonalFile.folderMode)
        self.path = path
        forms = [BatchFolder.first, .text] + pages.map(ProofForm.page)
        self.printer = printer
        self.existing = existing
    }

    /// Removes what a run left that was killed: it states something of persons too.
    func removeLeftOvers() throws(FileFault) { try FileGroup.removeLeftOvers(in: path) }

    var hasPages: Bool { forms.count > 2 }

    /// The file that the report names for a line.
    func name(of line: BatchLine) -> String { name(of: line, BatchFolder.first) }

    /// Refuses a line whose files would take the place of others: `exists`.
    func check(_ line: BatchLine) throws(FileFault) {
        guard existing == .refuse else { return }
        for form in forms where Folders.exists("\(path)/\(name(of: line, form))") {
            throw FileFault(
                .exists, "\(path)/\(name(of: line, form))",
                "existe déjà ; --force le remplace ; rien n’a été établi pour cette ligne",
                "exists already; --force overwrites it; nothing was issued for this line")
        }
    }

    /// What is to be written for a line; throws what the printer throws.
    func files(of proof: IssuedProof, _ line: BatchLine) throws -> [NamedBytes] {
        try forms.map { (name(of: line, $0), try printer.bytes(of: proof, as: $0)) }
    }

    /// Writes the files of some lines with one flush, and returns why it could not, by number of
    /// line; those of all other lines are on the disk.
    ///
    /// Files of a line that was registered by an earlier run are ours, and replaced.
    func write(_ lines: [(line: BatchLine, files: [NamedBytes])], again: Bool) -> [Int: FileFault] {
        var group = FileGroup(
            in: path, mode: PersonalFile.mode, existing: again ? .replace : existing)
        var faults: [Int: FileFault] = [:]
        for (line, files) in lines {
            do throws(FileFault) { try group.add(files) } catch { faults[line.number] = error }
        }
        do throws(FileFault) { try group.publish() } catch {
            for (line, _) in lines where faults[line.number] == nil {
                faults[line.number] = error
            }
        }
        return faults
    }

    private func name(of line: BatchLine, _ form: ProofForm) -> String {
        "\(line.name).\(form.ending)"
    }
}
