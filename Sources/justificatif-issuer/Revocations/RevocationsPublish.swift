internal import ArgumentParser
internal import Console
internal import Explaining
internal import Files
internal import Lists
internal import Office
internal import Proofs
internal import Register
internal import Reporting
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

            What was released is noted beside the key and beside the register, and compared too.

            After a backup of the register was restored, see Spec/register.md 5.
            """)

    @OptionGroup var place: RegisterOption
    @OptionGroup(title: "The list") var terms: PublicationTerms

    @Option(help: ArgumentHelp("Secret key of role revocations.", valueName: "name.key"))
    var key: String

    @OptionGroup var passphrase: PassphraseOption

    @Option(help: ArgumentHelp("File to write.", valueName: "file"))
    var out: String

    @Option(help: ArgumentHelp("The list published last, if it is not --out.", valueName: "file"))
    var previous: String?

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let crypto = try SodiumCrypto()
        let now = Instant(seconds: SystemClock.seconds())
        let instant = try Moment.parse(terms.at)
        if instant > now.adding(hours: 24) {
            Terminal.warning(
                lang(
                    "\(instant) est dans le futur : d’ici là les guichets refusent la liste, et "
                        + "rien ne s’enregistre pour les jours qu’elle clôt",
                    "\(instant) is in the future: verifiers refuse the list until then, and "
                        + "nothing is registered for the days it closes"), lang)
        }
        let register = try ProofRegister(opening: place.register)
        if terms.at == nil { try register.checkClock(now) }
        let publisher = RevocationsPublisher(
            register: register, plan: terms.plan(at: instant), previous: try previousLists(),
            crypto)
        let secret = try passphrase.open(key, role: .revocations, crypto, lang)
        let list = try publisher.publish(signedBy: secret)
        // What leaves was noted before.
        for path in notes { try list.note.write(to: path) }
        try FileWriting.write(list.bytes, to: out, existing: .replace)
        let content = list.content
        let name = TerminalText.neutralised(out)
        let (epoch, sequence) = (content.epoch, content.sequence)
        try say(
            "\(name) : \(content.identifier), époque \(epoch), numéro \(sequence), "
                + "au \(content.issued)",
            "\(name): \(content.identifier), epoch \(epoch), sequence \(sequence), "
                + "as of \(content.issued)")
        let (count, bytes) = (content.revokedCount, list.bytes.count)
        try say(
            "annulés : \(count) en \(bytes) octets, jours clos jusqu’au \(content.lastClosedDay)",
            "revoked: \(count) in \(bytes) bytes, closed through \(content.lastClosedDay)")
    }

    private func previousLists() throws -> [PreviousList] {
        let kept = [previous, Folders.exists(out) ? out : nil].compactMap { $0 }
        let lists = try kept.map { path in
            let bytes = try FileReading.bytes(of: path, limit: Limits.revocationListBytes)
            return try PreviousList(bytes, named: path)
        }
        return try lists
            + notes.compactMap { path in
                try ReleaseNote.read(path).map { PreviousList($0, named: path) }
            }
    }

    /// Whichever of key and register is restored from a backup, the other is not.
    private var notes: [String] {
        [
            ReleaseNote.path(besideKey: key, list: terms.id),
            ReleaseNote.path(besideRegister: place.register),
        ]
    }
}
