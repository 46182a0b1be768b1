internal import Checking
internal import Explaining
internal import Files
internal import Lists
internal import Proofs
internal import Register
internal import Sodium

/// The register, when it published last, and the list that counters get.
enum PublicationChecks {
    /// The timer publishes twice a day; two days without a publication are not a machine that was
    /// off at night.
    private static let largestAge: Int64 = 2 * 86_400

    static func results(
        _ places: IssuerPlaces, at now: Instant, _ crypto: SodiumCrypto
    ) -> [CheckResult] {
        let path = places.register
        do {
            let register = try ProofRegister(opening: path)
            let last = try register.lastPublication()
            let opens = CheckResult.good("registre \(path) : s’ouvre", "register \(path): opens")
            return [
                opens, clock(register, last, at: now), age(places, last, at: now),
                list(places, last, crypto), behind(register, places),
            ].compactMap(\.self)
        } catch {
            let why = Explanation(of: error).words
            return [.bad(why.french, why.english, fix: mend(path))]
        }
    }

    private static func mend(_ register: String) -> Wording {
        if ProofRegister.isOnServer(register) {
            let command = "pg_isready -d '\(register)'"
            return Wording("regardez son serveur : \(command)", "look at its server: \(command)")
        }
        let command = "justificatif-issuer register restore SAUVEGARDE --register \(register)"
        return Wording("restaurez sa sauvegarde : \(command)", "restore its backup: \(command)")
    }

    private static func clock(
        _ register: ProofRegister, _ last: Publication?, at now: Instant
    ) -> CheckResult {
        let isBehind = (last?.issued).map { now < $0 } ?? false
        guard !isBehind, (try? register.checkClock(now)) != nil else {
            return .bad(
                "date de ce poste : \(now), trop loin de la dernière publication",
                "date of this machine: \(now), too far from the last publication",
                fix: Wording(
                    "réglez l’horloge : timedatectl set-time", "set the clock: timedatectl set-time"
                ))
        }
        return .good("date de ce poste : \(now)", "date of this machine: \(now)")
    }

    private static func age(
        _ places: IssuerPlaces, _ last: Publication?, at now: Instant
    ) -> CheckResult {
        guard let last else {
            return .bad(
                "liste « \(places.id) » : jamais publiée",
                "list \"\(places.id)\": never published", command: places.publish)
        }
        let (french, english) = (
            "liste « \(places.id) » : no \(last.sequence), publiée le \(last.issued)",
            "list \"\(places.id)\": no. \(last.sequence), published \(last.issued)"
        )
        guard now.seconds - last.issued.seconds < largestAge else {
            let log = "journalctl -u justificatif-publish@\(places.id)"
            return .bad(
                "\(french), il y a plus de deux jours", "\(english), more than two days ago",
                fix: Wording(
                    "publiez : \(places.publish) ; ce qui a échoué : \(log)",
                    "publish: \(places.publish); what failed: \(log)"))
        }
        return .good(french, english)
    }

    /// The file that a web server publishes.
    private static func list(
        _ places: IssuerPlaces, _ last: Publication?, _ crypto: SodiumCrypto
    ) -> CheckResult? {
        let path = places.list
        guard let last else { return nil }
        guard let facts = FileFacts(path) else {
            return .bad(
                "\(path) : la liste publiée manque", "\(path): the published list is missing",
                command: places.publish)
        }
        guard facts.mode & 0o004 != 0 else {
            return .bad(
                "\(path) : un serveur web ne peut pas la lire",
                "\(path): a web server cannot read it", command: "chmod 644 \(path)")
        }
        do {
            let list = try ReleasedList(reading: path)
            try list.checkSignature(byKeyIn: "\(places.revocationsKey).pub", crypto)
            guard list.content.epoch == last.epoch, list.content.sequence == last.sequence else {
                return .bad(
                    "\(path) : est le no \(list.content.sequence), et non la dernière publication, "
                        + "le no \(last.sequence)",
                    "\(path): is no. \(list.content.sequence) and not the last publication, "
                        + "no. \(last.sequence)", command: places.publish)
            }
        } catch {
            let why = Explanation(of: error).words
            return .bad(
                why.french, why.english, command: "mv \(path) \(path).old && \(places.publish)")
        }
        return .good(
            "\(path) : la dernière publication, signée par \(places.id)-revocations.pub",
            "\(path): the last publication, signed by \(places.id)-revocations.pub")
    }

    /// A register that was restored from a backup (Spec/register.md 4.1).
    private static func behind(_ register: ProofRegister, _ places: IssuerPlaces) -> CheckResult? {
        do {
            guard let note = ReleaseNote.path(besideRegister: places.register) else { return nil }
            try ReleaseNote.read(note)?.check(register)
            return nil
        } catch {
            let why = Explanation(of: error).words
            let command = "\(places.publish) ; justificatif-issuer check --id \(places.id)"
            return .bad(
                why.french, why.english,
                fix: Wording(
                    "quand c’est fait : \(command)", "once that is done: \(command)"))
        }
    }
}

/// How old the newest backup of the register is.
enum BackupChecks {
    private static let largestAge: Int64 = 2 * 86_400

    /// Of the files in `folder` whose names begin with the id.
    static func result(
        _ places: IssuerPlaces, in folder: String, at now: Instant
    ) -> CheckResult {
        let files = IssuerPlaces.files(in: folder).filter {
            $0.hasPrefix("\(folder)/\(places.id)")
        }
        let newest = files.compactMap { FileFacts($0)?.modified }.max()
        guard let newest, now.seconds - newest < largestAge else {
            return .bad(
                "\(folder) : pas de sauvegarde de moins de deux jours",
                "\(folder): no backup that is less than two days old",
                command: "justificatif-issuer register backup \(folder)/\(places.id)-$(date "
                    + "+%F-%H%M).db --register \(places.register)")
        }
        let instant = Instant(seconds: newest)
        return .good(
            "\(folder) : sauvegarde du \(instant)", "\(folder): backup of \(instant)")
    }
}
