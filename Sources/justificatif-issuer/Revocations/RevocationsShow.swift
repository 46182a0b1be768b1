internal import ArgumentParser
internal import Console
internal import Office
internal import Sodium

struct RevocationsShow: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows what a revocation list says, day by day, and whether it is signed.")

    @Argument(help: ArgumentHelp("ID.cose.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("Check the signature by this key.", valueName: "name.pub"))
    var key: String?

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let list = try ReleasedList(reading: file)
        for line in list.lines(lang) { try Terminal.out(line) }
        guard let key else {
            try say(
                "signature : NON VÉRIFIÉE (donnez --key NOM.pub)",
                "signature: NOT VERIFIED (give --key NAME.pub)")
            return
        }
        try list.checkSignature(byKeyIn: key, SodiumCrypto())
        try say("signature : bonne", "signature: good")
    }
}
