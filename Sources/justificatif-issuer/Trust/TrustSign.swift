internal import ArgumentParser
internal import Console
internal import Explaining
internal import Files
internal import Office
internal import Signers
internal import Sodium
internal import Wire

struct TrustSign: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Signs a draft, or adds a signature to a list that others signed.",
        discussion: """
              justificatif-issuer trust sign --draft trust.json --key a.key --out trust.cose
              justificatif-issuer trust sign trust.cose --key b.key --out trust.cose --force

            All that would be signed is shown first, with a digest to compare by telephone, and on \
            a terminal you are asked.
            """)

    @Option(help: ArgumentHelp("The list as JSON (Spec/lists.md 3.5).", valueName: "file.json"))
    var draft: String?

    @Argument(help: ArgumentHelp("A list that is signed already.", valueName: "file"))
    var signed: String?

    @Option(help: ArgumentHelp("File to write.", valueName: "file"))
    var out: String

    @Flag(help: "Overwrite the file.")
    var force = false

    @Option(
        help: ArgumentHelp(
            "Issue the draft as of this instant, if it names none.", valueName: "instant"))
    var at: String?

    @OptionGroup var other: AgainstOption

    @Flag(help: "Sign without asking.")
    var yes = false

    @OptionGroup(title: "Who signs") var choice: SignerChoice

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        try choice.check()
        let crypto = try SodiumCrypto()
        var list = try proposal(crypto)
        try other.show(list, crypto, lang)
        try confirm()
        let signer = try choice.open(role: .root, crypto, lang)
        try list.sign(by: signer, crypto)
        try FileWriting.write(
            list.message.encoded, to: out, existing: force ? .replace : .refuse)
        let (kid, count) = (signer.publicKey.identifier(crypto), list.message.parts.count)
        try say(
            "\(out) : signée par \(kid), \(count) signature(s) en tout",
            "\(out): signed by \(kid), \(count) signature(s) in all")
    }

    private func confirm() throws(Failure) {
        guard !yes, Terminal.canAsk else { return }
        guard Terminal.ask(lang("Signer cette liste ? [o/N] ", "Sign this list? [y/N] ")) else {
            throw Failure(
                "not-confirmed", .data, "rien n’a été signé", "nothing was signed")
        }
    }

    private func proposal(_ crypto: SodiumCrypto) throws -> TrustProposal {
        switch (draft, signed) {
        case (let draft?, nil):
            return TrustProposal(try TrustDraft.read(draft, now: Moment.parse(at), crypto))
        case (nil, let path?):
            return try TrustProposal(reading: path, crypto)
        default:
            throw Failure(
                "draft-or-list", .data,
                "donnez soit --draft FICHIER.json, soit une liste à signer aussi",
                "give either --draft FILE.json or a list to add a signature to")
        }
    }
}
