internal import ArgumentParser
internal import Console
internal import Explaining
internal import Files
internal import ListFiles
internal import Lists
internal import Office
internal import Sodium
internal import Wire

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

    func validate() throws {
        guard chain == nil || roots != nil else {
            throw ValidationError("--chain goes with --roots.")
        }
    }

    func run() throws {
        let crypto = try SodiumCrypto()
        let bytes = try FileReading.bytes(of: file, limit: Limits.trustListBytes)
        let list = try TrustProposal(reading: bytes, at: file, crypto)
        for line in ListDescription.lines(list, crypto, lang) { try Terminal.out(line) }
        try other.show(list, crypto, lang)
        guard let roots else {
            try say(
                "signatures : NON VÉRIFIÉES (donnez --roots roots.pub)",
                "signatures: NOT VERIFIED (give --roots roots.pub)")
            return
        }
        var known = try RootsFile.read(roots, crypto)
        if let chain { known = try RootChain(reading: chain, crypto).walk(from: known, crypto) }
        let good = list.count(of: known, crypto)
        let verdict =
            good >= known.threshold
            ? lang("suffisant", "enough") : lang("INSUFFISANT", "NOT ENOUGH")
        try say(
            "signatures : \(good) bonnes, il en faut \(known.threshold) : \(verdict)",
            "signatures: \(good) good, \(known.threshold) needed: \(verdict)")
    }
}
