package import Explaining
internal import GRDB

/// Why a database file could not be used; what has such a file says it in words of its own.
package enum StorageFault: Explained, Equatable {
    /// The disk is another machine's: processes would not see each other's changes.
    case otherDisk
    /// The file is something else than was expected.
    case otherKind
    /// A later version of the program made it.
    case laterVersion(Int)
    /// Another process held it for longer than `DurableDatabase.patienceSeconds`.
    case busy
    /// The disk, the permissions or the file itself; SQLite has words in English only.
    case unusable(Wording)

    /// What an error of SQLite means; a fault of this kind stays what it is.
    package init(_ error: any Error) {
        if let fault = error as? StorageFault {
            self = fault
            return
        }
        let error = error as? DatabaseError
        switch error?.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_NOTADB: self = .otherKind
        default:
            let words = error?.message.map { Wording($0, $0) }
            self = .unusable(words ?? Wording("erreur inconnue", "unknown error"))
        }
    }

    /// What is in the file is not what was written to it.
    static let damaged = StorageFault.unusable(
        Wording("abîmé ; prenez une autre sauvegarde", "damaged; take another backup"))

    package var explanation: Explanation {
        switch self {
        case .otherDisk:
            Explanation(
                "storage-other-disk", .configuration, "doit être sur un disque de ce poste",
                "must be on a disk of this machine")
        case .otherKind:
            Explanation(
                "storage-other-kind", .configuration, "n’est pas un fichier de cette sorte",
                "is not a file of this kind")
        case .laterVersion(let version):
            Explanation(
                "storage-newer", .configuration,
                "est de version \(version), créé par une version plus récente de ce programme",
                "is of version \(version), made by a later version of this program")
        case .busy:
            Explanation(
                "storage-busy", .files, "un autre programme le tient ; réessayez",
                "another process is holding it; try again")
        case .unusable(let problem):
            Explanation("storage-unusable", .files, problem.french, problem.english)
        }
    }
}
