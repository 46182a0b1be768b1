internal import ArgumentParser
internal import Console
internal import Files
internal import ListFiles
internal import Lists
internal import Office
internal import Sodium
internal import Wire

struct RootCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "root", abstract: "Decides whose signatures a trust list needs.",
        subcommands: [RootNew.self, RootRotate.self, RootShow.self])
}

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

struct RootShow: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows roots and a chain of rotations, and whether verifiers will follow it.",
        discussion: """
              justificatif-issuer root show --chain roots.cose --save new-roots.pub

            --save writes the newest roots as a roots.pub, for machines set up from now on.
            """)

    @Option(help: ArgumentHelp("The roots verifiers were born with.", valueName: "file"))
    var roots = "roots.pub"

    @Option(help: ArgumentHelp("The chain of rotations.", valueName: "roots.cose"))
    var chain: String?

    @Option(help: ArgumentHelp("Write the newest roots to this file.", valueName: "roots.pub"))
    var save: String?

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let crypto = try SodiumCrypto()
        let pinned = try RootsFile.read(roots, crypto)
        try show(pinned, crypto)
        guard let chain else { return }
        let known = try RootChain(reading: chain, crypto)
        for document in known.documents {
            try show(document.roots, crypto)
            for part in document.message.parts { try say("  signé par", "  signed by", part.kid) }
        }
        let newest = try known.walk(from: pinned, crypto)
        let (old, new) = (pinned.version, newest.version)
        try say(
            "les guichets aux racines \(old) suivent jusqu’aux racines \(new)",
            "verifiers with roots \(old) follow to roots \(new)")
        if let save {
            try FileWriting.write(
                Array(RootsFile.text(newest).utf8), to: save, existing: .refuse)
        }
    }

    private func show(_ roots: Roots, _ crypto: SodiumCrypto) throws(Failure) {
        for line in ListDescription.lines(roots, crypto, lang) { try Terminal.out(line) }
    }
}
