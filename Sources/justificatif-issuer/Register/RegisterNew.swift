internal import ArgumentParser
internal import Console
internal import Register

struct RegisterNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Makes an empty register, which only you can read.",
        discussion: """
            The first "issue" makes one as well; this is for who publishes before issuing.
            """)

    @OptionGroup var place: RegisterOption

    func run() throws {
        _ = try ProofRegister(creating: place.register)
        try Terminal.out("register: \(place.register)")
    }
}
