package import Proofs

/// Why the register could not be used, said so that the person knows what to do.
package enum RegisterFault: Error, Equatable, Sendable {
    /// There is no file at the path.
    case notFound(path: String)
    /// The file is there and a new register was asked for.
    case exists(path: String)
    /// The file is something else than a register.
    case notARegister(path: String)
    /// A later version of this program made it.
    case newer(path: String, version: Int)
    /// Another process held it for longer than `ProofRegister.patienceSeconds`.
    case busy(path: String)
    /// The disk, the permissions or the file itself: what SQLite says about it.
    case unusable(path: String, problem: String)

    /// A publication has closed the day: the lists say that all its justificatifs are known.
    case dayClosed(Day, through: Day)
    /// The day is after today.
    case dayInFuture(Day, today: Day)
    /// The clock is further beyond the last publication than `Retention.pauseDays`.
    case clockFarAhead(Instant, publication: Instant)
    /// The identifier is in the register already; 16 random bytes do not come twice.
    case identifierTaken

    /// Whether the register itself, and not what was asked of it, is at fault.
    package var isOfTheFile: Bool {
        switch self {
        case .dayClosed, .dayInFuture, .clockFarAhead, .identifierTaken: false
        default: true
        }
    }

    package var message: String {
        switch self {
        case .notFound(let path):
            "\(path): there is no register; \"register new\" or the first \"issue\" makes one"
        case .exists(let path): "\(path): exists already and is not overwritten"
        case .notARegister(let path): "\(path): is not a register of justificatifs"
        case .newer(let path, let version):
            "\(path): is a register of version \(version), made by a later version of this program"
        case .busy(let path): "\(path): another process is holding the register; try again"
        case .unusable(let path, let problem): "\(path): \(problem)"
        case .dayClosed(let day, let through):
            "\(day): the lists published so far close every day up to \(through); "
                + "issue as of a later day"
        case .dayInFuture(let day, let today):
            "\(day): is in the future, and today is \(today) by the clock of this machine"
        case .clockFarAhead(let clock, let publication):
            "the clock of this machine says \(clock.day), and the last publication was on "
                + "\(publication.day); if the clock is right, give --at \(clock.day)"
        case .identifierTaken:
            "this identifier is in the register already; nothing was released"
        }
    }
}
