internal import ArgumentParser
internal import Console
internal import Files
internal import ListFiles
internal import Lists
internal import Office
internal import Sodium

struct RootNew: ParsableCommand {
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

    func run() throws {
        let crypto = try SodiumCrypto()
        let roots = try RootKeys.roots(version: 1, threshold: threshold, keys, crypto)
        try FileWriting.write(Array(RootsFile.text(roots).utf8), to: out, existing: .refuse)
        try Terminal.out("roots: \(out), \(roots.threshold) of \(keys.count) keys")
        try Terminal.out("fingerprint: \(roots.fingerprint(crypto))")
    }
}
