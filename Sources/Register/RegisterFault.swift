package import Explaining
package import Proofs

/// Why the register could not be used, said so that the person knows what to do.
package enum RegisterFault: Explained, Equatable {
    /// There is no file at the path.
    case notFound(path: String)
    /// The file is there and a new register was asked for.
    case exists(path: String)
    /// The file is something else than a register.
    case notARegister(path: String)
    /// A later version of this program made it.
    case newer(path: String, version: Int)
    /// Another process held it for longer than `DurableDatabase.patienceSeconds`.
    case busy(path: String)
    /// The disk, the permissions or the file itself; SQLite has words in English only.
    case unusable(path: String, problem: Wording)

    /// The register at the path knows what the backup does not: so many rows and cancellations, and
    /// the sequence of its last publication, if that is the later one.
    case newerThanBackup(path: String, rows: Int, cancellations: Int, publication: UInt64?)

    /// The server of a register did not do what it was asked, for the reason given.
    case server(path: String, Explanation)
    /// A server has means of its own for backups.
    case onServer(path: String)
    /// A register that another one is to be copied to has other rows, or another publication.
    case otherContent(path: String)

    /// A publication has closed the day: the lists say that all its justificatifs are known.
    case dayClosed(Day, through: Day)
    /// The day is after today.
    case dayInFuture(Day, today: Day)
    /// The clock is further beyond the last publication than `Retention.pauseDays`.
    case clockFarAhead(Instant, publication: Instant)
    /// The identifier is in the register already; 16 random bytes do not come twice.
    case identifierTaken

    package var explanation: Explanation {
        switch self {
        case .notFound(let path):
            Explanation(
                "register-not-found", .files,
                "\(path) : il n’y a pas de registre ; donnez le chemin entier du vôtre, ou créez "
                    + "celui-ci : justificatif-issuer register new --register \(path)",
                "\(path): there is no register; give the whole path of yours, or make this one: "
                    + "justificatif-issuer register new --register \(path)")
        case .exists(let path):
            Explanation(
                "register-exists", .files,
                "\(path) : existe déjà et n’est pas remplacé",
                "\(path): exists already and is not overwritten")
        case .notARegister(let path):
            Explanation(
                "not-a-register", .configuration,
                "\(path) : n’est pas un registre de justificatifs",
                "\(path): is not a register of justificatifs")
        case .newer(let path, let version):
            Explanation(
                "register-newer", .configuration,
                "\(path) : est un registre de version \(version), créé par une version plus "
                    + "récente de ce programme",
                "\(path): is a register of version \(version), made by a later version of this "
                    + "program")
        case .busy(let path):
            Explanation(
                "register-busy", .files,
                "\(path) : un autre programme tient le registre ; réessayez",
                "\(path): another process is holding the register; try again")
        case .unusable(let path, let problem):
            Explanation(
                "register-unusable", .files,
                "\(path) : SQLite ne peut pas s’en servir (\(problem.french))",
                "\(path): SQLite cannot use it (\(problem.english))")
        case .newerThanBackup(let path, let rows, let cancellations, let publication):
            RegisterFault.newer(path, rows, cancellations, publication)
        case .server(let path, let row): row.about(path)
        case .onServer(let path): RegisterFault.onServer(path)
        case .otherContent(let path):
            Explanation(
                "register-not-empty", .data,
                "\(path) : ce registre a déjà un autre contenu, et n’a pas été changé ; donnez un "
                    + "registre vide",
                "\(path): this register has another content already, and was not changed; give "
                    + "an empty one")
        case .dayClosed(let day, let through):
            Explanation(
                "day-closed", .data,
                "\(day) : les listes déjà publiées closent tous les jours jusqu’au \(through) ; "
                    + "établissez à une date ultérieure",
                "\(day): the lists published so far close every day up to \(through); "
                    + "issue as of a later day")
        case .dayInFuture(let day, let today):
            Explanation(
                "day-in-future", .data,
                "\(day) : est dans le futur, nous sommes le \(today) d’après l’horloge de ce poste",
                "\(day): is in the future, and today is \(today) by the clock of this machine")
        case .clockFarAhead(let clock, let publication):
            Explanation(
                "clock-far-ahead", .data,
                "l’horloge de ce poste indique le \(clock.day), et la dernière publication est du "
                    + "\(publication.day) ; si l’horloge est juste, donnez --at \(clock.day)",
                "the clock of this machine says \(clock.day), and the last publication was on "
                    + "\(publication.day); if the clock is right, give --at \(clock.day)")
        case .identifierTaken:
            Explanation(
                "identifier-taken", .program,
                "cet identifiant est déjà au registre ; rien n’a été délivré",
                "this identifier is in the register already; nothing was released")
        }
    }
}

extension RegisterFault {
    private static func onServer(_ path: String) -> Explanation {
        Explanation(
            "register-on-server", .data,
            "\(path) : un registre sur un serveur est sauvegardé par PostgreSQL (pg_dump "
                + "--schema=justificatif, chaque jour après la publication) ; après une "
                + "restauration, avant d’établir, publiez avec --previous et la dernière liste "
                + "publiée, et annulez de nouveau ce qui manque (Spec/register.md 7.4)",
            "\(path): a register on a server is backed up by PostgreSQL (pg_dump "
                + "--schema=justificatif, every day after publication); after a restoration, "
                + "before anything is issued, publish with --previous and the list published "
                + "last, and cancel again what is missing (Spec/register.md 7.4)")
    }

    private static func newer(
        _ path: String, _ rows: Int, _ cancellations: Int, _ publication: UInt64?
    ) -> Explanation {
        let list = publication.map { Wording(", publication \($0)", ", publication \($0)") }
        return Explanation(
            "newer-than-backup", .data,
            "\(path) : ce registre connaît ce que la sauvegarde ne connaît pas (justificatifs : "
                + "\(rows), annulations : \(cancellations)\(list?.french ?? "")) et n’est pas "
                + "remplacé ; s’il ne peut plus servir, déplacez-le d’abord : mv \(path) "
                + "\(path).ancien",
            "\(path): this register knows what the backup does not (justificatifs: \(rows), "
                + "cancellations: \(cancellations)\(list?.english ?? "")) and is not replaced; if "
                + "it is of no use any more, move it away first: mv \(path) \(path).old")
    }
}
