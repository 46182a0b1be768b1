internal import ArgumentParser
internal import Console
internal import Explaining
internal import Proofs
internal import Register

struct RegisterPurge: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "purge",
        abstract: "Removes what was issued more than three months ago.",
        discussion: """
            Goes by the clock of the machine, believed up to \(Retention.trustedDays) days after \
            the newest row or publication, so that a wrong clock removes nothing too early. To \
            be run every day, after "revocations publish".
            """)

    @OptionGroup var place: RegisterOption

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let register = try ProofRegister(opening: place.register)
        let clock = Instant(seconds: SystemClock.seconds())
        guard let purge = try register.purge(clock: clock) else {
            try say(
                "retirés : 0 (rien n’a jamais été enregistré)",
                "removed: 0 (nothing was ever registered)")
            return
        }
        let first = Retention.firstDay(at: purge.horizon)
        try say(
            "retirés : \(purge.removed) (établis avant le \(first))",
            "removed: \(purge.removed) (issued before \(first))")
        if purge.isHeldBack {
            Terminal.warning(
                lang(
                    "l’horloge de ce poste dit \(clock.day), et rien n’a été établi ni publié "
                        + "dans les \(Retention.trustedDays) jours d’avant ; les lignes ont été "
                        + "jugées au \(purge.horizon.day)",
                    "the clock of this machine says \(clock.day), and nothing was issued or "
                        + "published for \(Retention.trustedDays) days before; rows were judged "
                        + "as of \(purge.horizon.day)"), lang)
        }
    }
}
