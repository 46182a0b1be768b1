internal import ArgumentParser
internal import Console
internal import Files
internal import ListFiles
internal import Lists
internal import Sodium
internal import Wire

struct RootRotate: ParsableCommand {
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

    @Option(
        help: ArgumentHelp(
            "Secret root key, of the old or of the new ones.", valueName: "name.key"))
    var key: String

    @Option(help: ArgumentHelp("File to write.", valueName: "file"))
    var out: String

    @Flag(help: "Overwrite the file.")
    var force = false

    @OptionGroup var passphrase: PassphraseOption

    @Argument(help: ArgumentHelp("Public keys of the new roots.", valueName: "name.pub"))
    var keys: [String] = []

    func run() throws {
        let crypto = try SodiumCrypto()
        let pinned = try RootsFile.read(roots, crypto)
        let known = try chain.map { try RootChainFile.read($0, crypto) }
        var document = try unsigned(known, pinned, crypto)
        let before = try predecessor(of: document, known, pinned, crypto)
        let secret = try passphrase.open(key, role: .root, crypto)
        guard (before.keys + document.roots.keys).contains(secret.publicKey) else {
            throw Failure(.refused, "\(key): is neither one of the old root keys nor of the new")
        }
        try document.sign(by: secret, crypto)
        try FileWriting.write(
            joined(known, document).encoded, to: out, existing: force ? .replace : .refuse)
        try Terminal.out("\(out): roots \(document.roots.version)")
        try Terminal.out("fingerprint: \(document.roots.fingerprint(crypto))")
        for signers in [before, document.roots] {
            let good = document.count(of: signers, crypto)
            try Terminal.out(
                "signed by roots \(signers.version): \(good) of \(signers.threshold) needed")
        }
    }

    private func unsigned(
        _ known: RootChain?, _ pinned: Roots, _ crypto: SodiumCrypto
    ) throws -> RootDocument {
        if addSignature {
            guard let known, keys.isEmpty else {
                throw Failure(.refused, "--add-signature: give --chain roots.cose and no new keys")
            }
            return known.last
        }
        guard !keys.isEmpty else {
            throw Failure(.refused, "give the .pub files of the new root keys, or --add-signature")
        }
        // What is built upon must be followed by every verifier already.
        let before = try known.map { try RootChainFile.walk($0, from: pinned, crypto) } ?? pinned
        return RootDocument(
            try RootKeys.roots(
                version: before.version + 1, threshold: threshold, keys, crypto))
    }

    /// The roots just before those of a document.
    private func predecessor(
        of document: RootDocument, _ known: RootChain?, _ pinned: Roots, _ crypto: SodiumCrypto
    ) throws -> Roots {
        let version = document.roots.version - 1
        if version == pinned.version { return pinned }
        guard let before = known?.documents.first(where: { $0.roots.version == version }) else {
            throw Failure(
                .refused, "roots \(version) are neither in --roots nor in --chain")
        }
        return before.roots
    }

    private func joined(_ known: RootChain?, _ document: RootDocument) -> RootChain {
        guard var chain = known else { return RootChain(document) }
        if addSignature { chain.replaceLast(document) } else { chain.append(document) }
        return chain
    }
}
