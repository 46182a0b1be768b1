internal import ArgumentParser
internal import Console
internal import Explaining
internal import Proofs
internal import Space

struct Purge: SpeakingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Removes what is past its last day from the space.",
        discussion: """
            The portal does this when it starts and every hour; this is for a portal that does not \
            run. It goes by the clock of the machine, needs no secret, and says how many entries \
            of each kind there were, never of whom. Status 78 if the settings name no space, 74 if \
            its file cannot be used.
            """)

    @OptionGroup var settings: SettingsOption

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let space = try settings.spaceToErase()
        let removed = try space.purge(today: Moment.now().day)
        try say("effacé", "removed", SpaceWords.counts(removed, lang))
    }
}

struct Erase: SpeakingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Erases all that the space holds of everybody, once you agree.",
        discussion: """
            Says first how many entries of each kind it would erase, and of how many persons; \
            nobody can be named. A script says --yes. Also when the secret was lost or is to be \
            replaced. Justificatifs are not touched. Nothing is erased, with status 64, without \
            agreement; 78 if the settings name no space, 74 if its file cannot be used.

              justificatif-portail erase --until 2026-12-31
            """)

    @OptionGroup var settings: SettingsOption

    @Option(
        help: ArgumentHelp(
            "Only entries whose last day is this one or before.", valueName: "day"))
    var until: String?

    @Flag(help: "Do not ask.")
    var yes = false

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let lastDay = try until.map { text throws(Failure) in
            guard let day = Day(text) else {
                throw Failure(
                    "day", .data, "--until : écrivez 2026-12-31", "--until: give 2026-12-31")
            }
            return day
        }
        let space = try settings.spaceToErase()
        let due = try space.census(through: lastDay)
        try say("personnes", "persons", due.persons)
        try say("éléments", "entries", SpaceWords.counts(due.entries, lang))
        guard due.persons > 0 else { return }
        if !yes { try confirm() }
        let removed = try space.erase(through: lastDay)
        try say("effacé", "erased", SpaceWords.counts(removed, lang))
    }

    private func confirm() throws(Failure) {
        guard Terminal.canAsk else {
            throw Failure(
                "no-terminal", .data,
                "il n’y a pas de terminal où demander : donnez --yes ; rien n’a été fait",
                "there is no terminal to ask on: give --yes; nothing was done")
        }
        guard Terminal.ask(lang("Tout cela est-il à effacer ? [o/N] ", "Erase all of it? [y/N] "))
        else { throw Failure("not-agreed", .data, "rien n’a été fait", "nothing was done") }
    }
}

/// Numbers of entries in words.
enum SpaceWords {
    /// `3 journal, 0 link, 1 parameter` in the language of the screen.
    static func counts(_ counts: SealedSpace.Removed, _ language: Language) -> String {
        SpaceKind.allCases.map { kind in
            let count = counts[kind] ?? 0
            return switch kind {
            case .parameter: language("\(count) identifiants", "\(count) parameters")
            case .journal: language("\(count) lignes de journal", "\(count) lines of journals")
            case .link: language("\(count) destinataires", "\(count) links")
            }
        }.joined(separator: ", ")
    }
}
