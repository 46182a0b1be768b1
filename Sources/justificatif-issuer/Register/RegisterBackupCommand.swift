internal import ArgumentParser
internal import Console
internal import Explaining
internal import Office
internal import Register

struct RegisterBackupCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies the register to a new file, while others go on issuing.",
        discussion: """
            The copy is as the register was at one moment, and was read back before it has its \
            name; only you can read it. A file of that name is not replaced.
            """)

    @Argument(help: ArgumentHelp("The new file.", valueName: "file"))
    var file: String

    @OptionGroup var place: RegisterOption

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let summary = try ProofRegister(opening: place.register).backUp(to: file)
        try say("sauvegarde relue", "backup, read back", file)
        try Terminal.out(RegisterDescription.line(summary, lang))
    }
}

struct RegisterRestore: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Makes the register what a backup is, and says what it has lost.",
        discussion: """
            A register that knows anything the backup does not is not touched: move it away first. \
            Stop "serve" before, and follow what is said after: a restored register does not know \
            what was issued or cancelled since, and "issue" stops until that was put right.
            """)

    @Argument(help: ArgumentHelp("The backup.", valueName: "file"))
    var file: String

    @OptionGroup var place: RegisterOption

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        guard !ProofRegister.isOnServer(place.register) else {
            throw RegisterFault.onServer(path: "--register")
        }
        let backup = try RegisterBackup(opening: file)
        let restoration = try RegisterRestoration(of: backup, into: place.register)
        try say("registre restauré", "register restored", place.register)
        try Terminal.out(RegisterDescription.line(restoration.summary, lang))
        Terminal.warning(restoration.advice(lang), lang)
    }
}
