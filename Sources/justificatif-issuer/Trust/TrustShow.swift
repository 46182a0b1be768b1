internal import ArgumentParser
internal import Console
internal import Explaining
internal import ListFiles
internal import Lists
internal import Office
internal import Sodium

struct TrustShow: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows all that a signed trust list says, and who signed it.",
        discussion: """
              justificatif-issuer trust show trust.cose --roots roots.pub --against lists/

            The digest covers all that is signed: holders read it out to each other before they \
            sign, and the publisher beside the fingerprint of the roots.
            """)

    @Argument(help: ArgumentHelp("trust.cose.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("Check the signatures against these roots.", valueName: "file"))
    var roots: String?

    @Option(
        help: ArgumentHelp(
            "The chain of rotations since these roots.", valueName: "roots.cose"))
    var chain: String?

    @OptionGroup var other: AgainstOption

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        guard chain == nil || roots != nil else {
            throw Failure(
                "chain-option", .data, "--chain va avec --roots", "--chain goes with --roots")
        }
        let crypto = try SodiumCrypto()
        let list = try TrustProposal(reading: file, crypto)
        try other.show(list, crypto, lang)
        guard let roots else {
            try say(
                "signatures : NON VÉRIFIÉES (donnez --roots roots.pub)",
                "signatures: NOT VERIFIED (give --roots roots.pub)")
            return
        }
        var known = try RootsFile.read(roots, crypto)
        if let chain { known = try RootChain(reading: chain, crypto).walk(from: known, crypto) }
        try Terminal.out(ListDescription.signatures(list, of: known, crypto, lang))
    }
}

/// The trust list that another is compared with.
struct AgainstOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Say what differs from this list, or from the one in force in a lists folder.",
            valueName: "file|dir"))
    var against: String?

    /// Prints a list, and what it says otherwise if one to compare with was given.
    func show(
        _ list: TrustProposal, _ crypto: SodiumCrypto, _ language: Language
    ) throws {
        var lines = ListDescription.lines(list, crypto, language)
        if let against {
            lines += ListDescription.differences(
                list, from: try TrustProposal(known: against, crypto), named: against, crypto,
                language)
        }
        for line in lines { try Terminal.out(line) }
    }
}
