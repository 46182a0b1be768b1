package import Explaining
internal import Files
internal import Lists
internal import Reporting
internal import Wire

/// Where a register releases its list, and what was released there before (Spec/register.md 4).
package struct ReleasePlace {
    private let out: String
    private let kept: String?
    /// Of key and register, the one that is restored from a backup leaves the other as it was.
    private let notes: [String]

    /// `out` is the file that is replaced, `previous` another list that was published last, `list`
    /// the id.
    package init(out: String, previous: String?, key: String, register: String, list: String) {
        self.out = out
        kept = previous
        notes = [
            ReleaseNote.path(besideKey: key, list: list),
            ReleaseNote.path(besideRegister: register),
        ].compactMap { $0 }
    }

    /// All that is known of what was released.
    ///
    /// Throws `FileFault`, `JSONFault` for a note and `ReleasedListRefusal` for a list that is
    /// damaged.
    package func previous() throws -> [PreviousList] {
        let lists = try [kept, Folders.exists(out) ? out : nil].compactMap { $0 }.map { path in
            let bytes = try FileReading.bytes(ofInput: path, limit: Limits.revocationListBytes)
            return try PreviousList(bytes, named: path)
        }
        return try lists
            + notes.compactMap { path in
                try ReleaseNote.read(path).map { PreviousList($0, named: path) }
            }
    }

    /// Lets a list leave; what leaves was noted before.
    package func release(_ list: RevocationsPublisher.SignedList) throws {
        for path in notes { try list.note.write(to: path) }
        try FileWriting.write(list.bytes, to: out, existing: .replace)
    }
}

extension RevocationsPublisher.SignedList {
    /// What was released to the file `path`.
    package func lines(_ path: String, _ language: Language) -> [String] {
        let name = TerminalText.neutralised(path)
        let (epoch, sequence, count) = (content.epoch, content.sequence, content.revokedCount)
        return [
            language(
                "\(name) : \(content.identifier), époque \(epoch), numéro \(sequence), "
                    + "au \(content.issued)",
                "\(name): \(content.identifier), epoch \(epoch), sequence \(sequence), "
                    + "as of \(content.issued)"),
            language(
                "annulés : \(count) en \(bytes.count) octets, jours clos jusqu’au "
                    + "\(content.lastClosedDay)",
                "revoked: \(count) in \(bytes.count) bytes, closed through "
                    + "\(content.lastClosedDay)"),
        ]
    }
}
