internal import ArgumentParser
internal import Console
internal import Proofs
internal import Register

struct RegisterPurge: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge",
        abstract: "Removes what was issued more than three months ago.",
        discussion: """
            Goes by the clock of the machine, believed up to \(Retention.trustedDays) days after \
            the newest row or publication, so that a wrong clock removes nothing too early. To \
            be run every day, after "revocations publish".
            """)

    @OptionGroup var place: RegisterOption

    func run() throws {
        let register = try ProofRegister(opening: place.register)
        let clock = Instant(seconds: SystemClock.seconds())
        guard let purge = try register.purge(clock: clock) else {
            try Terminal.out("removed: 0 (nothing was ever registered)")
            return
        }
        let first = Retention.firstDay(at: purge.horizon)
        try Terminal.out("removed: \(purge.removed) (issued before \(first))")
        if purge.isHeldBack {
            Terminal.warning(
                "the clock of this machine says \(clock.day), and nothing was issued or "
                    + "published for \(Retention.trustedDays) days before; rows were judged as "
                    + "of \(purge.horizon.day)")
        }
    }
}
