internal import Explaining
internal import Files
internal import Glibc
internal import ListFiles
internal import Lists
package import Proofs
internal import Reporting
internal import Sodium

/// Roots, ages of the lists, clock.
package enum ListChecks {
    /// Of the folder `place`, and of the `roots` if they are not those pinned in it; to be asked as
    /// the account that installs lists.
    package static func results(
        lists place: String, roots: String?, at now: Instant
    ) -> [CheckResult] {
        guard Folders.isFolder(place) else {
            return [
                .bad(
                    "dossier des listes \(place) : absent", "folder of lists \(place): missing",
                    command: initialise(place))
            ]
        }
        let folder = ListsFolder(place)
        return [closed(place)].compactMap(\.self) + contents(folder, place, roots, at: now)
    }

    /// What new lists could not replace, as the account that installs them may not write it.
    ///
    /// That account is the daemon's too. Returns nil if there is nothing of the kind.
    private static func closed(_ place: String) -> CheckResult? {
        let names = (try? Folders.names(in: place, limit: 1_000)) ?? []
        let paths = [place] + names.map { "\(place)/\($0)" }
        guard let path = paths.first(where: { unsafe access(PathText.cString($0), W_OK) != 0 })
        else {
            return nil
        }
        return .bad(
            "\(path) : ce compte ne peut pas y écrire, aucune liste ne sera installée",
            "\(path): this account cannot write there, no list will be installed",
            command: "chown -R justificatif: \(place)")
    }

    private static func contents(
        _ folder: ListsFolder, _ place: String, _ roots: String?, at now: Instant
    ) -> [CheckResult] {
        do {
            let crypto = try SodiumCrypto()
            let pinned: Roots
            do { pinned = try folder.roots(named: roots, crypto) } catch {
                let why = Explanation(of: error).words
                return [
                    .bad(
                        "racines de confiance : inutilisables (\(why.french))",
                        "roots: of no use (\(why.english))", command: initialise(place))
                ]
            }
            let loaded = try folder.loadAll(roots: pinned, crypto)
            let roots = loaded.edition.roots
            let fingerprint = roots.fingerprint(crypto)
            let health = ListsHealth(loaded.inForce, at: now)
            return [
                .good(
                    "racines de confiance version \(roots.version), empreinte \(fingerprint) "
                        + "(à comparer par téléphone)",
                    "roots version \(roots.version), fingerprint \(fingerprint) "
                        + "(compare it by telephone)"),
                trust(health, place), clock(health, place),
            ] + health.revocations.map { revocations($0, place) }
                + loaded.faults.map {
                    .bad(
                        "liste d’annulation inutilisable (\($0.french))",
                        "revocation list of no use (\($0.english))", fix: install(place))
                }
        } catch {
            let why = Explanation(of: error).words
            return [
                .bad(
                    "listes : inutilisables (\(why.french))", "lists: of no use (\(why.english))",
                    fix: install(place))
            ]
        }
    }

    private static func initialise(_ place: String) -> String {
        "justificatif lists init --roots roots.pub --lists \(place)"
    }

    private static func install(_ place: String) -> Wording {
        let command = "justificatif lists install SOURCE --lists \(place)"
        return Wording(
            "installez des listes récentes : \(command)", "install recent lists: \(command)")
    }

    private static func trust(_ health: ListsHealth, _ place: String) -> CheckResult {
        result(Wording("liste de confiance", "trust list"), health.trust, place)
    }

    private static func revocations(
        _ list: ListsHealth.Revocations, _ place: String
    ) -> CheckResult {
        let name = Wording(
            "liste d’annulation « \(list.identifier) »", "revocation list \"\(list.identifier)\"")
        return result(name, list.entry, place)
    }

    private static func result(
        _ name: Wording, _ entry: ListsHealth.Entry?, _ place: String
    ) -> CheckResult {
        guard let entry else {
            return .bad(
                "\(name.french) : absente", "\(name.english): missing", fix: install(place))
        }
        let isShort = entry.ageDays < 2
        let french =
            "\(name.french) no \(entry.sequence), \(entry.ageDays) \(isShort ? "jour" : "jours")"
        let english =
            "\(name.english) no. \(entry.sequence), \(entry.ageDays) \(isShort ? "day" : "days")"
        let warn = DateWords.both(entry.warnAfter.day)
        let refuse = DateWords.both(entry.refuseAfter.day)
        switch entry.state {
        case .ok:
            return .good(
                "\(french) : à jour jusqu’au \(warn.french)",
                "\(english): up to date until \(warn.english)")
        case .aging:
            return .bad(
                "\(french) : vieillit, refusée le \(refuse.french)",
                "\(english): due for renewal, refused from \(refuse.english)",
                fix: install(place))
        case .stale, .clockSuspect, .notConfigured:
            return .bad(
                "\(french) : trop ancienne depuis le \(refuse.french)",
                "\(english): too old since \(refuse.english)", fix: install(place))
        }
    }

    private static func clock(_ health: ListsHealth, _ place: String) -> CheckResult {
        guard health.isClockSuspect else {
            return .good("date de ce poste : \(health.now)", "date of this machine: \(health.now)")
        }
        let command = "justificatif lists clock --accept-now --lists \(place)"
        return .bad(
            "date de ce poste : \(health.now), avant une date déjà vue",
            "date of this machine: \(health.now), before a date that was seen already",
            fix: Wording(
                "réglez l’horloge (timedatectl set-time) ; si elle est juste : \(command)",
                "set the clock (timedatectl set-time); if it is right: \(command)"))
    }
}

extension DateWords {
    fileprivate static func both(_ day: Day) -> Wording {
        Wording(self.day(day, .french), self.day(day, .english))
    }
}
