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
            it, the register; then starts the daily publication. All but the passphrase belongs \
            to the account justificatif-issuer. Run it as root; running it again is safe.

              justificatif-issuer setup --id caf

            Exit status: 0 all is well, 78 something is left to do.
            """)

    private static let account = "justificatif-issuer"
    private static let home = "/var/lib/justificatif-issuer"
    private static let secrets = "/etc/justificatif-issuer"

    @Option(help: ArgumentHelp("The id of the revocation list, as in the trust list."))
    var id: String

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        guard PublicationPlan.isUnitName(id) else {
            throw Failure(
                "list-id", .data,
                "--id : doit avoir 1 à 32 caractères a-z, 0-9 et -, et n’être ni roots ni trust",
                "--id: must be 1 to 32 of a-z, 0-9 and -, and neither roots nor trust")
        }
        guard FolderOwner.isRoot, Folders.isFolder("\(Setup.home)/keys") else {
            throw Failure(
                "not-prepared", .configuration,
                "à lancer par root, sur une machine où le paquet justificatif-issuer est installé",
                "to be run by root, where the package justificatif-issuer is installed")
        }
        let passphrase = "\(Setup.secrets)/\(id).passphrase"
        try makePassphrase(passphrase)
        let keys = "\(Setup.home)/keys/\(id)"
        try makeKey("issuer", keys, passphrase)
        try makeKey("revocations", "\(keys)-revocations", passphrase)
        let register = "\(Setup.home)/registers/\(id).db"
        if !Folders.exists(register) {
            try own(["register", "new", "--register", register])
        }
        try startPublishing()
        try say(
            "à donner à qui tient la liste de confiance : \(keys).pub, \(keys)-revocations.pub",
            "to be given to who keeps the trust list: \(keys).pub, \(keys)-revocations.pub")
        Terminal.note(
            lang(
                "quand elle les nomme, donnez-la aussi à ce poste, pour les pages et pour que rien "
                    + "ne soit établi qu’un guichet refuse : justificatif setup --roots roots.pub "
                    + "--from LISTES",
                "once it names them, give it to this machine too, for pages and so that nothing is "
                    + "issued that a counter refuses: justificatif setup --roots roots.pub "
                    + "--from LISTS"), lang)
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

    /// Runs a command of this program in the name of the account that its result belongs to.
    private func own(
        _ arguments: [String], input: Int32 = HostCommand.standardInput
    ) throws {
        let spoken = arguments + ["--lang", speech.lang.rawValue]
        let program = "/usr/bin/justificatif-issuer"
        guard try HostCommand.run(program, spoken, as: Setup.account, input: input) else {
            throw ExitStatus.configuration
        }
    }

    private func startPublishing() throws {
        let timer = "justificatif-publish@\(id).timer"
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
