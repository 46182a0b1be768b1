import Checking
import Explaining
import Files
import Glibc
import Office
import Proofs
import Register
import Sodium
import TestSupport
import Testing
import Wire

/// Every sentence of `justificatif-issuer check` names the command that puts right what it found.
@Suite final class IssuerChecksTests {
    private let folder = TemporaryFolder()
    private let places: IssuerPlaces
    private static let noon = Sample.today.start.adding(hours: 12)
    private static let hour: Int64 = 3_600

    /// A machine as `setup` leaves it, with keys under no passphrase, which open faster.
    init() throws {
        places = IssuerPlaces("caf", below: folder.path)
        for path in [places.keys, places.registers, places.lists, places.secrets] {
            try Folders.make(path)
        }
        for path in [places.passphrase, places.officeSecret] {
            try FileWriting.write(Array("essai\n".utf8), to: path, mode: 0o600, existing: .refuse)
        }
        for (name, role) in [
            (places.issuerKey, KeyRole.issuer), (places.revocationsKey, .revocations),
        ] {
            _ = try KeyPair(named: name).make(role: role, passphrase: nil, Practice.crypto)
        }
        _ = try ProofRegister(creating: places.register)
        try run("mkdir backups; touch -d @\(Self.noon.seconds - Self.hour) backups/caf-1.db")
    }

    /// In the folder that stands for the system.
    private func run(_ line: String) throws {
        let outcome = Tool.run("cd '\(folder.path)' && \(line)")
        try #require(outcome.status == 0, "\(line): \(outcome)")
    }

    private func publish(hours: Int64 = 0) throws {
        let place = ReleasePlace(
            out: places.list, previous: nil, key: "\(places.revocationsKey).key",
            register: places.register, list: "caf")
        let plan = PublicationPlan(
            list: "caf", epoch: nil, sequence: nil, trustMinimum: 0, warnDays: 10, refuseDays: 45,
            instant: Self.noon.adding(hours: hours))
        let key = try OfficeKey.secret(
            "\(places.revocationsKey).key", .revocations,
            passphrase: { throw SodiumFault.passphraseNeeded }, Practice.crypto)
        try place.release(
            RevocationsPublisher(
                register: ProofRegister(opening: places.register), plan: plan,
                previous: place.previous(), Practice.crypto
            ).publish(signedBy: key))
    }

    private func results(hours: Int64 = 1) -> [CheckResult] {
        IssuerChecks.secrets(places, hasPortal: true, Practice.crypto)
            + IssuerChecks.results(
                places, backups: folder.file("backups"), at: Self.noon.adding(hours: hours),
                Practice.crypto)
    }

    private func fixes(hours: Int64 = 1) -> [String] {
        results(hours: hours).compactMap(\.fix?.french)
    }

    @Test func whatSetupLeavesNeedsNothing() throws {
        try publish()
        let results = results()
        #expect(results.filter { !$0.isGood } == [])
        #expect(results.count == 14)
        #expect(results.allSatisfy { $0.lines(.french).count == 1 })
        #expect(IssuerPlaces.ids(below: folder.path) == ["caf"])
        #expect(IssuerPlaces.ids(below: folder.file("nowhere")) == [])
    }

    private static let home = "var/lib/justificatif-issuer"
    private static let secrets = "etc/justificatif-issuer"
    private static let broken: [(line: String, what: String, fix: String)] = [
        ("rm \(secrets)/caf.passphrase", "la phrase secrète manque", "install -m 600 COPIE "),
        (
            "chmod 644 \(secrets)/caf.passphrase",
            "d’autres que root peuvent lire la phrase secrète", "chmod 600 "
        ),
        (
            "rm \(secrets)/office.secret", "le secret de bureau du portail manque",
            "justificatif-issuer key office --out "
        ),
        (
            "rm \(home)/keys/caf.key", "la clé manque",
            "install -o justificatif-issuer -m 600 COPIE "
        ),
        (
            "chmod 640 \(home)/keys/caf-revocations.key",
            "d’autres comptes peuvent lire la clé", "chmod 600 "
        ),
        (
            "cp \(home)/keys/caf.key \(home)/keys/caf-revocations.key",
            "est une clé de rôle issuer", "install -m 600 COPIE "
        ),
        (
            "rm \(home)/registers/caf.db", "il n’y a pas de registre",
            "justificatif-issuer register restore SAUVEGARDE "
        ),
        (
            "echo letter >\(home)/registers/caf.db", "n’est pas un registre",
            "justificatif-issuer register restore "
        ),
        (
            "rm \(home)/lists/caf.cose", "la liste publiée manque",
            "systemctl start justificatif-publish@caf"
        ),
        (
            "chmod 600 \(home)/lists/caf.cose", "un serveur web ne peut pas la lire",
            "chmod 644 "
        ),
        (
            "echo letter >\(home)/lists/caf.cose", "lists/caf.cose", "mv "
        ),
        (
            "rm -r \(home)/lists", "dossier absent",
            "systemd-tmpfiles --create justificatif-issuer.conf"
        ),
        (
            "rm backups/*", "pas de sauvegarde de moins de deux jours",
            "justificatif-issuer register backup "
        ),
        (
            "touch -d @1 backups/*", "pas de sauvegarde de moins de deux jours",
            "justificatif-issuer register backup "
        ),
    ]

    @Test(arguments: broken) func aThingThatIsBrokenIsNamedWithItsCommand(
        line: String, what: String, fix: String
    ) throws {
        try publish()
        try run(line)
        let found = results().filter { !$0.isGood }.map { $0.line(.french) }
        #expect(found.contains { $0.contains(what) && $0.contains(fix) }, "\(found)")
    }

    private func words(hours: Int64 = 1) -> [String] {
        results(hours: hours).filter { !$0.isGood }.map(\.what.french)
    }

    @Test(.enabled(if: geteuid() == 0), arguments: ["keys", "registers", "lists"])
    func aFileOfAnotherAccountIsNamed(name: String) throws {
        try publish()
        try run("chown 64123 \(Self.home)/\(name)/*")
        #expect(fixes() == ["chown -R justificatif-issuer: \(places.home)/\(name)"])
        #expect(words().map { $0.contains("qui ne peut pas s’en servir") } == [true])
    }

    @Test func aPassphraseThatOpensNoKeyIsNamed() throws {
        try publish()
        try run("rm \(Self.home)/keys/caf.*")
        _ = try KeyPair(named: places.issuerKey).make(
            role: .issuer, passphrase: Passphrase.read(fromFile: places.officeSecret),
            Practice.crypto)
        #expect(fixes() == [])
        try run("echo autre >etc/justificatif-issuer/caf.passphrase")
        #expect(fixes().map { $0.hasSuffix("install -m 600 COPIE \(places.passphrase)") } == [true])
    }

    @Test func aPublicationThatIsMissingOrOldIsNamed() throws {
        #expect(fixes() == ["systemctl start justificatif-publish@caf"])
        #expect(words() == ["liste « caf » : jamais publiée"])
        try publish()
        #expect(fixes(hours: 47).filter { $0.contains("systemctl") } == [])
        let old = fixes(hours: 49).filter { $0.contains("systemctl") }
        #expect(words(hours: 49).contains { $0.hasSuffix("il y a plus de deux jours") })
        #expect(old.map { $0.contains("journalctl -u justificatif-publish@caf") } == [true])
    }

    @Test func aClockThatIsWrongIsNamed() throws {
        try publish()
        for hours in [-1, 46 * 24] as [Int64] {
            #expect(fixes(hours: hours).contains("réglez l’horloge : timedatectl set-time"))
            #expect(
                words(hours: hours).contains {
                    $0.hasSuffix("trop loin de la dernière publication")
                })
        }
    }

    @Test func anOlderListAtThePublicPlaceIsNamed() throws {
        try publish()
        try run("cp \(Self.home)/lists/caf.cose old")
        try publish(hours: 1)
        try run("cp old \(Self.home)/lists/caf.cose")
        #expect(fixes() == ["systemctl start justificatif-publish@caf"])
        #expect(words().map { $0.contains("et non la dernière publication") } == [true])
    }

    @Test func aRegisterThatIsBehindIsNamed() throws {
        try publish()
        try run("cp \(Self.home)/registers/caf.db old")
        try publish(hours: 1)
        try run("cp old \(Self.home)/registers/caf.db")
        #expect(fixes().contains { $0.hasPrefix("quand c’est fait : systemctl start ") })
    }
}
