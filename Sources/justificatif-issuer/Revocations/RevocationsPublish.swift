internal import ArgumentParser
internal import Console
internal import Explaining
internal import Office
internal import Proofs
internal import Register
internal import Sodium
internal import Wire

struct RevocationsPublish: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Closes the days before, and signs the list of what was cancelled.",
        discussion: """
              justificatif-issuer revocations publish --register caf.db --key caf-revocations.key \
            --id caf --out lists/caf.cose

            To be run every day. The file that --out names is replaced, never by an older list \
            nor by one that forgets a cancellation; --previous compares with another file in the \
            same way. The same register and the same instant give the same bytes.

            What was released is noted beside the key, or its .pub with --signer, and beside the \
            register, and compared too.

            After a backup of the register was restored, see Spec/register.md 5.
            """)

    @OptionGroup var place: RegisterOption
    @OptionGroup(title: "The list") var terms: PublicationTerms

    @OptionGroup(title: "Who signs") var choice: SignerChoice

    @Option(help: ArgumentHelp("File to write.", valueName: "file"))
    var out: String

    @Option(help: ArgumentHelp("The list published last, if it is not --out.", valueName: "file"))
    var previous: String?

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        try choice.check()
        let crypto = try SodiumCrypto()
        let now = Instant(seconds: SystemClock.seconds())
        let plan = try terms.plan(at: Moment.parse(terms.at))
        if let warning = plan.warning(at: now, lang) { Terminal.warning(warning, lang) }
        let register = try ProofRegister(opening: place.register)
        if terms.at == nil { try register.checkClock(now) }
        let place = ReleasePlace(
            out: out, previous: previous, key: choice.place, register: place.register,
            list: terms.id)
        let publisher = RevocationsPublisher(
            register: register, plan: plan, previous: try place.previous(), crypto)
        let signer = try choice.open(role: .revocations, crypto, lang)
        let list = try publisher.publish(signedBy: signer)
        try place.release(list)
        for line in list.lines(out, lang) { try Terminal.out(line) }
    }
}
