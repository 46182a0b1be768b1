internal import ArgumentParser
internal import Console
internal import Files
internal import ListFiles
internal import Lists
internal import Office
internal import Sodium

struct RootNew: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Writes roots.pub, with which every verifier is born.",
        discussion: """
            Each root key is made apart with "key new --role root", by its own holder on their \
            own machine; only the .pub files are brought together here.

              justificatif-issuer root new --threshold 2 --out roots.pub a.pub b.pub c.pub
            """)

    @Option(
        help: ArgumentHelp(
            "How many of the keys must sign a trust list; needed with several keys.",
            valueName: "k"))
    var threshold: Int?

    @Option(help: ArgumentHelp("File to write.", valueName: "file"))
    var out = "roots.pub"

    @Argument(help: ArgumentHelp("Public root keys.", valueName: "name.pub"))
    var keys: [String]

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let crypto = try SodiumCrypto()
        let roots = try RootKeys.roots(version: 1, threshold: threshold, keys, crypto)
        try FileWriting.write(Array(RootsFile.text(roots).utf8), to: out, existing: .refuse)
        try say(
            "racines : \(out), \(roots.threshold) clés sur \(keys.count)",
            "roots: \(out), \(roots.threshold) of \(keys.count) keys")
        try say("empreinte", "fingerprint", roots.fingerprint(crypto))
    }
}
