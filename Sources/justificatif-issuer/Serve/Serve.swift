internal import ArgumentParser
internal import Confinement
internal import Console
internal import Counter
internal import Explaining
internal import Files
internal import Glibc
internal import Host
internal import LocalSockets
internal import Office
internal import Proofs
internal import Register
internal import Reporting
internal import Signers
internal import SigningService
internal import Sodium
internal import SpoolFiles
internal import Wire

struct Serve: SpeakingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Signs for a portal, over a Unix socket, until it is stopped.",
        discussion: """
            The portal runs under another account and cannot read the key; the kernel says which \
            account connects (Spec/signing.md).

              justificatif-issuer key office --out office.secret
              justificatif-issuer serve --socket /run/justificatif-sign/sign.sock \
            --peer justificatif-portail --key caf.key --register caf.db \
            --office-secret office.secret --lists /var/lib/justificatif/lists

            Started by a systemd socket unit it takes the socket from there, and --socket is not \
            needed. SIGTERM finishes the requests at hand. Events go to standard error as one \
            JSON object a line, and say nothing of a person.
            """)

    @Option(
        help: ArgumentHelp(
            "Socket to listen on, which your account and its group may connect to.",
            valueName: "path"))
    var socket: String?

    @Option(
        help: ArgumentHelp(
            "Account that may ask, by name or uid; may be repeated. Your own if none is named.",
            valueName: "user"))
    var peer: [String] = []

    @OptionGroup(title: "Who signs") var choice: SignerChoice

    @Option(
        help: ArgumentHelp(
            "Register to enter it in: a file, made if there is none and no package keeps registers "
                + "here, or postgresql://USER@HOST/DATABASE.", valueName: "db"))
    var register: String

    @Option(
        help: ArgumentHelp(
            "Secret made by \"key office\"; without it nobody sees or cancels theirs.",
            valueName: "file"))
    var officeSecret: String?

    @Option(
        help: ArgumentHelp(
            "Folder with the lists that counters have; what they would refuse is not issued.",
            valueName: "dir"))
    var lists: String?

    @Option(
        help: ArgumentHelp(
            "Roots to trust, instead of those pinned by \"lists init\".", valueName: "file"))
    var roots: String?

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        try choice.check()
        // Before any thread, which would take the signals instead.
        let signals = try SignalSource()
        // A core file would hold answers about persons.
        try Confinement.keepMemoryPrivate()
        let peers = try peers()
        let listener = try listener()
        let crypto = try SodiumCrypto()
        let clock = { @Sendable in Instant(seconds: SystemClock.seconds()) }
        let log = SigningLog(clock: clock) { line in
            // There is no other place to say that the log cannot be written.
            _ = FileWriting.writeAll(line, to: STDERR_FILENO)
        }
        let key = try choice.open(role: .issuer, crypto, lang)
        let desk = RequestDesk(
            key: key, register: try openRegister(key.publicKey), secret: try secret(crypto),
            lists: try lists.map { (try CounterDesk(lists: $0, roots: roots, crypto), $0) },
            clock: clock, crypto)
        let server = try SigningServer(
            listener, peers: peers, desk, log,
            steadyMilliseconds: { SystemClock.steadyMilliseconds() })
        server.run(heeding: signals)
    }

    private func listener() throws -> LocalListener {
        let handedOver = try LocalListener.handedOver(
            process: Serve.variable("LISTEN_PID"), count: Serve.variable("LISTEN_FDS"))
        if let handedOver { return handedOver }
        guard let socket else {
            throw Failure(
                "socket-option", .data, "--socket : dites où répondre",
                "--socket: say where to listen")
        }
        return try LocalListener(at: socket)
    }

    private static func variable(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }

    private func peers() throws(Failure) -> Set<UInt32> {
        guard !peer.isEmpty else { return [HostAccount.own] }
        var uids: Set<UInt32> = []
        for name in peer {
            guard let uid = HostAccount.uid(of: name) else {
                throw Failure(
                    "peer-unknown", .configuration,
                    "--peer \(TerminalText.neutralised(name)) : ce compte n’existe pas",
                    "--peer \(TerminalText.neutralised(name)): there is no such account")
            }
            uids.insert(uid)
        }
        return uids
    }

    /// Requests look in the lists too, each time.
    private func openRegister(_ key: PublicKey) throws -> ProofRegister {
        let (opened, isNew) = try ProofRegister.openForIssuing(register, under: key, counter: nil)
        if isNew {
            Terminal.note(
                lang("registre créé : \(opened.path)", "register created: \(opened.path)"),
                lang)
        }
        return opened
    }

    private func secret(_ crypto: SodiumCrypto) throws -> KeyedSecret? {
        try officeSecret.map { try OfficeKey.identifying($0, crypto) }
    }
}
