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
        abstract: "Shows what a signed trust list says and who signed it.")

    @Argument(help: ArgumentHelp("trust.cose.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("Check the signatures against these roots.", valueName: "file"))
    var roots: String?

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let crypto = try SodiumCrypto()
        let bytes = try FileReading.bytes(of: file, limit: Limits.trustListBytes)
        let list = try TrustProposal(reading: bytes, at: file, crypto)
        for line in ListDescription.lines(list, crypto, lang) { try Terminal.out(line) }
        guard let roots else {
            try say(
                "signatures : NON VÉRIFIÉES (donnez --roots roots.pub)",
                "signatures: NOT VERIFIED (give --roots roots.pub)")
            return
        }
        let known = try RootsFile.read(roots, crypto)
        let good = list.count(of: known, crypto)
        let verdict =
            good >= known.threshold
            ? lang("suffisant", "enough") : lang("INSUFFISANT", "NOT ENOUGH")
        try say(
            "signatures : \(good) bonnes, il en faut \(known.threshold) : \(verdict)",
            "signatures: \(good) good, \(known.threshold) needed: \(verdict)")
    }
}
