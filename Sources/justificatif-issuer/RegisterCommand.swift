internal import ArgumentParser
internal import Console
internal import Explaining
internal import JSONFields
internal import Office
internal import Proofs
internal import Register
internal import Reporting

struct RegisterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract: "Looks after the register of what was issued.",
        subcommands: [
            RegisterNew.self, RegisterShow.self, RegisterStats.self, RegisterPurge.self,
            RegisterBackupCommand.self, RegisterRestore.self, RegisterMigrate.self,
        ])
}

/// The register of what was issued.
struct RegisterOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The register of what was issued: a file, or postgresql://USER@HOST/DATABASE.",
            valueName: "db"))
    var register: String
}

struct RegisterNew: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Makes an empty register, which only you can read.",
        discussion: """
            The first "issue" makes one as well; this is for who publishes before issuing.
            """)

    @OptionGroup var place: RegisterOption

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let register = try ProofRegister(creating: place.register)
        try say("registre", "register", register.path)
    }
}

struct RegisterShow: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows whether a justificatif is registered, of which day, and its state.",
        discussion: "That is all the register holds of it: nothing about the person.")

    @OptionGroup var place: RegisterOption

    @Argument(help: ArgumentHelp("The reference, as it is printed or read out."))
    var reference: String

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let register = try ProofRegister(opening: place.register)
        for row in try RegisterLookup.rows(of: reference, in: register) {
            try Terminal.out(RegisterDescription.line(row, lang))
        }
    }
}

struct RegisterStats: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Counts per day what was issued, cancelled and published; names nothing.")

    @OptionGroup var place: RegisterOption

    @OptionGroup var speech: LanguageOptions

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let statistics = try RegisterStatistics(ProofRegister(opening: place.register))
        let lines = json ? [statistics.json.line()] : statistics.lines(lang)
        for line in lines { try Terminal.out(line) }
    }
}

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
        let purge = try register.purge(clock: clock)
        try Terminal.out(RegisterDescription.line(purge, lang))
        if let warning = RegisterDescription.warning(purge, clock: clock, lang) {
            Terminal.warning(warning, lang)
        }
    }
}
