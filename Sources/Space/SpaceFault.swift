package import Explaining
package import Proofs
internal import Sodium

/// Why the space could not be used.
package enum SpaceFault: Explained, Equatable {
    /// The file is something else.
    case notASpace(path: String)
    /// A later version of this program made it.
    case newer(path: String, version: Int)
    /// Another process held it for too long.
    case busy(path: String)
    /// The disk, the permissions or the file itself: what SQLite says about it.
    case unusable(path: String, problem: Wording)
    /// Sealing needs memory that is locked.
    case noLockedMemory

    case entryTooLarge(limit: Int)
    case tooManyEntries(SpaceKind, limit: Int)
    /// The last day is later than the kind allows, or over.
    case lastDay(Day, latest: Day)

    package var explanation: Explanation {
        switch self {
        case .notASpace(let path):
            Explanation(
                "not-a-space", .configuration, "n’est pas un espace de portail",
                "is not a space of a portal"
            ).about(path)
        case .newer(let path, let version):
            Explanation(
                "space-newer", .configuration,
                "est un espace de version \(version), créé par une version plus récente de ce "
                    + "programme",
                "is a space of version \(version), made by a later version of this program"
            ).about(path)
        case .busy(let path):
            Explanation(
                "space-busy", .files, "un autre programme tient l’espace ; réessayez",
                "another process is holding the space; try again"
            ).about(path)
        case .unusable(let path, let problem):
            Explanation(
                "space-unusable", .files, "SQLite ne peut pas s’en servir (\(problem.french))",
                "SQLite cannot use it (\(problem.english))"
            ).about(path)
        case .noLockedMemory: SodiumFault.outOfMemory.explanation
        case .entryTooLarge(let limit):
            Explanation(
                "space-entry-too-large", .data, "plus de \(limit) octets à garder",
                "more than \(limit) bytes to keep")
        case .tooManyEntries(let kind, let limit):
            Explanation(
                "space-full", .data,
                "cette personne a déjà \(limit) \(kind.plural.french) ; effacez-en",
                "this person has \(limit) \(kind.plural.english) already; erase some")
        case .lastDay(let day, let latest):
            Explanation(
                "space-last-day", .data,
                "garder jusqu’au \(day) n’est pas permis ; au plus tard le \(latest)",
                "keeping until \(day) is not allowed; \(latest) at the latest")
        }
    }
}

extension SpaceKind {
    fileprivate var plural: Wording {
        switch self {
        case .parameter: Wording("paramètres gardés", "parameters kept")
        case .journal: Wording("lignes de journal", "lines in the journal")
        case .link: Wording("démarches suivies", "procedures followed")
        }
    }
}
