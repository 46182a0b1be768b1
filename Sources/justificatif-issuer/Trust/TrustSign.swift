internal import ArgumentParser
internal import Console
internal import Explaining
internal import Files
internal import Lists
internal import Proofs
internal import Sodium
internal import Wire

struct TrustSign: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Signs a draft, or adds a signature to a list that others signed.",
        discussion: """
              justificatif-issuer trust sign --draft trust.json --key a.key --out trust.cose
              justificatif-issuer trust sign trust.cose --key b.key --out trust.cose --force

            Show a list to yourself (trust show) before you add your signature to it.
            """)

    @Option(help: ArgumentHelp("The list as JSON (Spec/lists.md 3.5).", valueName: "file.json"))
    var draft: String?

    @Argument(help: ArgumentHelp("A list that is signed already.", valueName: "file"))
    var signed: String?

    @Option(help: ArgumentHelp("Secret root key.", valueName: "name.key"))
    var key: String

    @Option(help: ArgumentHelp("File to write.", valueName: "file"))
    var out: String

    @Flag(help: "Overwrite the file.")
    var force = false

    @Option(
        help: ArgumentHelp(
            "Issue the draft as of this instant, if it names none.", valueName: "instant"))
    var at: String?

    @OptionGroup var passphrase: PassphraseOption

    func run() throws {
        let crypto = try SodiumCrypto()
        var message = try unsigned(crypto)
        let secret = try passphrase.open(key, role: .root, crypto)
        let kid = secret.publicKey.identifier(crypto)
        let signature = try secret.signature(for: message.signedBytes(by: kid, .trust))
        message.add(.init(kid: kid, signature: signature))
        let encoded = message.encoded
        try checkAsVerifier(encoded, signedBy: secret.publicKey, crypto)
        try FileWriting.write(
            encoded, to: out, existing: force ? .replace : .refuse)
        try Terminal.out("\(out): signed by \(kid), \(message.parts.count) signature(s) in all")
    }

    /// What no verifier would load is not written (Spec/lists.md 3.4).
    private func checkAsVerifier(
        _ encoded: [UInt8], signedBy root: PublicKey, _ crypto: SodiumCrypto
    ) throws {
        guard let alone = Roots(version: 1, threshold: 1, keys: [root]) else { return }
        do {
            _ = try TrustList(authenticating: encoded, against: alone, crypto)
        } catch {
            throw Failure(
                .refused, "no verifier would load this list: \(error.explanation.english)")
        }
    }

    private func unsigned(_ crypto: SodiumCrypto) throws -> JointlySignedMessage {
        switch (draft, signed) {
        case (let draft?, nil):
            let now = try Moment.parse(at)
            let content = try TrustDraft.read(draft, now: now, crypto)
            return JointlySignedMessage(payload: content.payload)
        case (nil, let path?):
            let bytes = try FileReading.bytes(of: path, limit: Limits.trustListBytes)
            do {
                let message = try JointlySignedMessage(
                    decoding: bytes, limit: Limits.trustListBytes)
                _ = try TrustListContent(reading: message.payload, checkedBy: crypto)
                return message
            } catch {
                throw Failure(.refused, "\(path): not a trust list (\(error))")
            }
        default:
            throw Failure(.refused, "give either --draft FILE.json or a list to add a signature to")
        }
    }
}
