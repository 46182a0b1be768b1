internal import ArgumentParser
internal import Console
internal import Explaining
internal import Files
internal import Host
internal import Office
internal import Sodium

struct Setup: SpeakingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prepares this machine to issue justificatifs and publish a revocation list.",
        discussion: """
            Makes what is missing, and leaves what is there: a passphrase that only root can read \
            and systemd hands over, an issuer key and a key of the revocation list sealed under \
            it, the register; publishes a first list, starts the daily publication, and ends with \
            "check". All but the passphrase belongs to the account justificatif-issuer. Run it as \
            root; running it again is safe.

              sudo justificatif-issuer setup --id caf

            Exit status: 0 all is well, 78 something is left to do.
            """)

    private static let program = "/usr/bin/justificatif-issuer"

    @Option(
        help: ArgumentHelp(
            "The id of the revocation list, as in the trust list; asked for if not given."))
    var id: String?

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let given = try id.map(checked)
        guard FolderOwner.isRoot, IssuerPlaces.areThere else {
            throw Failure(
                "not-prepared", .configuration,
                "à lancer par root, sur une machine où le paquet justificatif-issuer est installé",
                "to be run by root, where the package justificatif-issuer is installed")
        }
        let places = IssuerPlaces(try given ?? checked(name()))
        try makePassphrase(places.passphrase)
        try makeKey("issuer", places.issuerKey, places.passphrase)
        try makeKey("revocations", places.revocationsKey, places.passphrase)
        if !Folders.exists(places.register) {
            try own(["register", "new", "--register", places.register])
        }
        if !Folders.exists(places.list) { try publish(places) }
        try start(places.timer)
        try say(
            "à donner à qui tient la liste de confiance : \(places.issuerKey).pub, "
                + "\(places.revocationsKey).pub",
            "to give to the person who keeps the trust list: \(places.issuerKey).pub, "
                + "\(places.revocationsKey).pub")
        Terminal.note(
            lang(
                "quand elle les nomme, donnez-la aussi à ce poste, pour les pages et pour que rien "
                    + "ne soit établi qu’un guichet refuse : justificatif setup --roots roots.pub "
                    + "--from LISTES",
                "once it names them, give it to this machine too, for pages and so that nothing is "
                    + "issued that a counter refuses: justificatif setup --roots roots.pub "
                    + "--from LISTS"), lang)
        try check(places.id)
    }

    /// The id that a person types; empty without a terminal.
    private func name() -> String {
        guard Terminal.canAsk else { return "" }
        let question = lang(
            "Nom court de l’organisme, celui de sa liste d’annulation (caf, par exemple) : ",
            "Short name of the body, that of its revocation list (caf, for instance): ")
        return Terminal.answer(to: question)
    }

    private func checked(_ name: String) throws(Failure) -> String {
        guard PublicationPlan.isUnitName(name) else {
            throw Failure(
                "list-id", .data,
                "--id : doit avoir 1 à 32 caractères a-z, 0-9 et -, et n’être ni roots ni trust",
                "--id: must be 1 to 32 of a-z, 0-9 and -, and neither roots nor trust")
        }
        return name
    }

    private func makePassphrase(_ path: String) throws {
        guard !Folders.exists(path) else { return }
        let words = Passphrase.made(try SodiumCrypto())
        try FileWriting.write(words, to: path, mode: 0o600, existing: .refuse)
        try say(
            "phrase secrète, à garder aussi ailleurs", "passphrase, to be kept elsewhere too", path)
    }

    private func makeKey(_ role: String, _ name: String, _ passphrase: String) throws {
        guard !Folders.exists("\(name).key") else { return }
        let words = try Descriptor(reading: passphrase)
        try own(
            ["key", "new", "--role", role, "--out", name, "--passphrase-file", "-"],
            input: words.number)
    }

    /// What the unit does every day: a web server has something to publish from now on.
    private func publish(_ places: IssuerPlaces) throws {
        let words = try Descriptor(reading: places.passphrase)
        try own(
            [
                "revocations", "publish", "--register", places.register, "--key",
                "\(places.revocationsKey).key", "--passphrase-file", "-", "--id", places.id,
                "--out",
                places.list,
            ], input: words.number)
    }

    /// Runs a command of this program in the name of the account that its result belongs to.
    private func own(
        _ arguments: [String], input: Int32 = HostCommand.standardInput
    ) throws {
        let spoken = arguments + ["--lang", speech.lang.rawValue]
        let account = IssuerPlaces.account
        guard try HostCommand.run(Setup.program, spoken, as: account, input: input) else {
            throw ExitStatus.configuration
        }
    }

    private func check(_ id: String) throws {
        let spoken = ["check", "--id", id, "--lang", speech.lang.rawValue]
        guard try HostCommand.run(Setup.program, spoken) else { throw ExitStatus.configuration }
    }

    private func start(_ timer: String) throws {
        guard ServiceUnits.areManaged else {
            return Terminal.note(
                lang(
                    "systemd ne tourne pas ici : \(timer) n’a pas été démarré",
                    "systemd does not run here: \(timer) was not started"), lang)
        }
        guard try ServiceUnits.enable(timer) else { throw ExitStatus.configuration }
        try say("démarré", "started", timer)
    }
}
