internal import ArgumentParser
internal import Console
internal import Explaining

struct Verify: SpeakingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judges pictures and texts; says what each is and what to do.",
        discussion: """
            Prefer a file or - to the text of a code on the command line: other users of the \
            machine can read command lines, and the text holds a person's data.

            With --follow, a scanner types into this terminal: each line is judged as it comes, \
            and new lists are used from the next line on. Ctrl-D or Ctrl-C ends it, with status 0.
            """)

    @OptionGroup var place: ListsOptions
    @OptionGroup var when: InstantOptions
    @OptionGroup var recipients: RecipientOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var speech: LanguageOptions

    @Flag(help: "Exit 3 and not 0 when the lists are aging.")
    var strict = false

    @Flag(
        help: "Judge every justificatif of every page; an input is as bad as the worst in it.")
    var several = false

    @Flag(help: "Judge each line of standard input as it comes.")
    var follow = false

    @Argument(help: ArgumentHelp("Picture, PDF, TIFF or text file, or -.", valueName: "input"))
    var inputs: [String] = []

    func run() throws {
        let asked = try asked()
        if follow { try asked.judgeLines() } else { try asked.run() }
    }

    /// What the line asks for.
    func asked() throws(Failure) -> VerifyRun {
        guard follow == inputs.isEmpty else {
            throw Failure(
                "input-or-follow", .data,
                "donnez une ou plusieurs entrées, ou --follow sans entrée",
                "give one or more inputs, or --follow without any")
        }
        return VerifyRun(
            lists: place.lists, roots: place.roots, at: when.at, recipients: try recipients.names(),
            json: output.json, lang: lang, strict: strict, several: several, inputs: inputs)
    }
}
