internal import ArgumentParser
internal import Console
internal import Files
internal import ListFiles
internal import Lists
internal import Sodium
internal import Wire

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
        let published = try keys.map { path in
            let file = try PublicKeyFile(reading: path, crypto)
            guard file.role == .root else {
                throw Failure(
                    .configuration, "\(path): is a key for \"\(file.role.rawValue)\", not a root")
            }
            return file.key
        }
        guard let needed = threshold ?? (keys.count == 1 ? 1 : nil) else {
            throw Failure(.refused, "--threshold: say how many of the \(keys.count) keys must sign")
        }
        guard let roots = Roots(version: 1, threshold: needed, keys: published) else {
            throw Failure(
                .refused,
                "--threshold \(needed): must be 1 to \(keys.count), and each key different")
        }
        try FileWriting.write(Array(RootsFile.text(roots).utf8), to: out, existing: .refuse)
        Terminal.out("roots: \(out), \(needed) of \(keys.count) keys")
        Terminal.out("fingerprint: \(roots.fingerprint(crypto))")
    }
}
