internal import ArgumentParser
internal import Console
internal import Explaining
internal import Files
internal import Lists
internal import Office
internal import Sodium
internal import Wire

struct RootRotate: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Replaces the root keys, or adds a signature to such a replacement.",
        discussion: """
            New roots need the threshold of the roots before them and their own. The first \
            holder names the new keys; the others add their signatures one after the other, each \
            on their own machine. The chain goes out with every publication.

              justificatif-issuer root rotate --roots roots.pub --threshold 2 \
            --key a.key --out roots.cose b.pub c.pub d.pub
              justificatif-issuer root rotate --roots roots.pub --chain roots.cose --add-signature \
            --key b.key --out roots.cose --force

            For a second rotation give the chain of the first with --chain. Re-sign the trust \
            list with the new roots (trust sign): verifiers take both together.
            """)

    @Option(help: ArgumentHelp("The roots verifiers were born with.", valueName: "file"))
    var roots = "roots.pub"

    @Option(help: ArgumentHelp("The chain of earlier rotations.", valueName: "roots.cose"))
    var chain: String?

    @Flag(help: "Sign the newest roots of --chain instead of adding others.")
    var addSignature = false

    @Option(help: ArgumentHelp("How many of the new keys must sign.", valueName: "k"))
    var threshold: Int?

    @Option(help: ArgumentHelp("File to write.", valueName: "file"))
    var out: String

    @Flag(help: "Overwrite the file.")
    var force = false

    @OptionGroup(title: "Who signs, an old root or a new one") var choice: SignerChoice

    @OptionGroup var speech: LanguageOptions

    @Argument(help: ArgumentHelp("Public keys of the new roots.", valueName: "name.pub"))
    var keys: [String] = []

    func run() throws {
        try choice.check()
        let crypto = try SodiumCrypto()
        var rotation = try RootRotation(
            roots: roots, chain: chain, keys: keys, threshold: threshold,
            addsSignature: addSignature, crypto)
        let signer = try choice.open(role: .root, crypto, lang)
        do { try rotation.sign(by: signer, crypto) } catch let refusal as RootsRefusal {
            throw Failure(refusal.explanation.about(choice.place))
        }
        try FileWriting.write(
            rotation.chain.encoded, to: out, existing: force ? .replace : .refuse)
        for line in rotation.lines(out, crypto, lang) { try Terminal.out(line) }
    }
}
