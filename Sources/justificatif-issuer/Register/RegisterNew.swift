internal import ArgumentParser
internal import Console
internal import Register

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
        _ = try ProofRegister(creating: place.register)
        try say("registre", "register", place.register)
    }
}
