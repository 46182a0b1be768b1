internal import ArgumentParser
internal import Checking
internal import Console
internal import Explaining
internal import Files
internal import Host
internal import Office
internal import Sodium

struct Check: SpeakingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks for what would keep this machine from issuing and publishing.",
        discussion: """
            Every finding names the command that puts it right. Run it as root, which alone can \
            read the passphrase; all else it looks at as the account justificatif-issuer.

              sudo justificatif-issuer check --backups /srv/sauvegardes

            Exit status: 0 all is well, 78 something is to be done.
            """)

    @Option(
        help: ArgumentHelp("The id of one revocation list; all that are here if not given."))
    var id: String?

    @Option(
        help: ArgumentHelp(
            "The register of --id, if it is on a server: postgresql://USER@HOST/DATABASE.",
            valueName: "db"))
    var register: String?

    @Option(
        help: ArgumentHelp(
            "Folder of the register's backups, whose age is looked at.", valueName: "dir"))
    var backups: String?

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        guard register == nil || id != nil else {
            throw Failure(
                "register-option", .data, "--register va avec --id", "--register goes with --id")
        }
        let crypto = try SodiumCrypto()
        let home = IssuerPlaces("").home
        guard FolderOwner.isRoot || FileFacts(home)?.owner == HostAccount.own else {
            throw Failure(
                "not-root", .configuration, "à lancer par root : sudo justificatif-issuer check",
                "to be run by root: sudo justificatif-issuer check")
        }
        let places = (id.map { [$0] } ?? IssuerPlaces.ids()).map {
            IssuerPlaces($0, register: register)
        }
        guard !places.isEmpty else {
            throw Failure(
                "not-prepared", .configuration,
                "rien n’est préparé ici ; faites-le : justificatif-issuer setup --id NOM",
                "nothing is prepared here; do: justificatif-issuer setup --id NAME")
        }
        let results = try secrets(places, crypto) + rest(places, crypto)
        for line in results.flatMap({ $0.lines(lang) }) { try Terminal.out(line) }
        if !results.allSatisfy(\.isGood) { throw ExitStatus.configuration }
    }

    /// Gives up root when it has seen what root alone may see.
    private func secrets(
        _ places: [IssuerPlaces], _ crypto: SodiumCrypto
    ) throws -> [CheckResult] {
        guard FolderOwner.isRoot else {
            return [
                .good(
                    "phrase secrète : pas vue par ce compte ; pour la voir aussi : "
                        + "sudo justificatif-issuer check",
                    "passphrase: not seen by this account; to see it as well: "
                        + "sudo justificatif-issuer check")
            ]
        }
        let results = places.flatMap {
            IssuerChecks.secrets($0, hasPortal: UnitChecks.hasPortal(), crypto)
        }
        _ = try FolderOwner.become(of: IssuerPlaces("").home)
        return results
    }

    private func rest(
        _ places: [IssuerPlaces], _ crypto: SodiumCrypto
    ) throws -> [CheckResult] {
        let now = Moment.now()
        return places.flatMap {
            IssuerChecks.results($0, backups: backups, at: now, crypto)
                + UnitChecks.issuing($0.id, timer: $0.timer)
        }
    }
}
