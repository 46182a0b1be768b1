internal import Checking
internal import Explaining
internal import Files

/// Whether everything belongs to the account of the service, which has to replace it.
enum OwnerChecks {
    static func results(_ places: IssuerPlaces) -> [CheckResult] {
        [places.keys, places.registers, places.lists].map { result($0, places) }
    }

    private static func result(_ folder: String, _ places: IssuerPlaces) -> CheckResult {
        let account = IssuerPlaces.account
        guard let owner = FileFacts(places.home)?.owner, FileFacts(folder) != nil else {
            return .bad(
                "\(folder) : dossier absent", "\(folder): folder missing",
                command: "systemd-tmpfiles --create justificatif-issuer.conf")
        }
        let others = ([folder] + IssuerPlaces.files(in: folder)).filter {
            FileFacts($0)?.owner != owner
        }
        guard let other = others.first else {
            return .good(
                "\(folder) : au compte \(account)", "\(folder): belongs to the account \(account)")
        }
        return .bad(
            "\(other) : n’est pas au compte \(account), qui ne peut pas s’en servir",
            "\(other): does not belong to the account \(account), which cannot use it",
            command: "chown -R \(account): \(folder)")
    }
}

/// The two keys that sign.
enum KeyChecks {
    static func results(_ places: IssuerPlaces) -> [CheckResult] {
        [places.issuerKey, places.revocationsKey].map { result("\($0).key", places) }
    }

    private static func result(_ path: String, _ places: IssuerPlaces) -> CheckResult {
        guard let facts = FileFacts(path) else {
            let copy = "install -o \(IssuerPlaces.account) -m 600 COPIE \(path)"
            let other = "justificatif-issuer setup --id \(places.id)"
            return .bad(
                "\(path) : la clé manque", "\(path): the key is missing",
                fix: Wording(
                    "remettez sa copie : \(copy) ; ou faites-en une autre, à nommer dans la liste "
                        + "de confiance : \(other)",
                    "put its copy back: \(copy); or make another one, which the trust list has to "
                        + "name: \(other)"))
        }
        guard facts.mode & 0o077 == 0 else {
            return .bad(
                "\(path) : d’autres comptes peuvent lire la clé",
                "\(path): other accounts can read the key", command: "chmod 600 \(path)")
        }
        return .good("\(path) : est là", "\(path): is there")
    }
}
