internal import Checking
internal import Explaining
internal import Files
internal import Sodium
internal import Wire

/// The secrets that systemd hands to the services, in a folder of root.
enum SecretChecks {
    static func results(
        _ places: IssuerPlaces, hasPortal: Bool, _ crypto: SodiumCrypto
    ) -> [CheckResult] {
        passphrase(places, crypto) + (hasPortal ? [office(places)] : [])
    }

    private static func passphrase(
        _ places: IssuerPlaces, _ crypto: SodiumCrypto
    ) -> [CheckResult] {
        let path = places.passphrase
        guard let facts = FileFacts(path) else {
            return [
                .bad(
                    "\(path) : la phrase secrète manque", "\(path): the passphrase is missing",
                    fix: putBack(path))
            ]
        }
        guard facts.mode & 0o077 == 0 else {
            return [
                .bad(
                    "\(path) : d’autres que root peuvent lire la phrase secrète",
                    "\(path): others than root can read the passphrase",
                    command: "chmod 600 \(path)")
            ]
        }
        return [(places.issuerKey, KeyRole.issuer), (places.revocationsKey, .revocations)]
            .compactMap { opens("\($0).key", $1, path, crypto) }
    }

    /// Nil where there is no key, which `KeyChecks` says.
    private static func opens(
        _ key: String, _ role: KeyRole, _ passphrase: String, _ crypto: SodiumCrypto
    ) -> CheckResult? {
        guard Folders.exists(key) else { return nil }
        do {
            _ = try OfficeKey.secret(
                key, role, passphrase: { try Passphrase.read(fromFile: passphrase) }, crypto)
        } catch {
            let why = Explanation(of: error).words
            return .bad(why.french, why.english, fix: putBack(passphrase))
        }
        return .good(
            "\(key) : s’ouvre par sa phrase secrète", "\(key): opens by its passphrase")
    }

    private static func office(_ places: IssuerPlaces) -> CheckResult {
        let path = places.officeSecret
        guard Folders.exists(path) else {
            return .bad(
                "\(path) : le secret de bureau du portail manque",
                "\(path): the office secret of the portal is missing",
                command: "justificatif-issuer key office --out \(path)")
        }
        return .good("\(path) : est là", "\(path): is there")
    }

    private static func putBack(_ path: String) -> Wording {
        let command = "install -m 600 COPIE \(path)"
        return Wording(
            "remettez la copie que vous gardez ailleurs : \(command)",
            "put the copy back that you keep elsewhere: \(command)")
    }
}
