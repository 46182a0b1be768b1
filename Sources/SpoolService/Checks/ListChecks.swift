internal import Explaining
internal import Files
internal import ListFiles
internal import Lists
internal import Proofs
internal import Reporting
internal import Sodium

/// Roots, ages of the lists, clock.
enum ListChecks {
    static func results(_ settings: DaemonSettings, at now: Instant) -> [CheckResult] {
        let place = settings.lists
        guard Folders.isFolder(place) else {
            return [.bad("dossier des listes \(place) : absent", fix: initialise(place))]
        }
        let folder = ListsFolder(place)
        do {
            let crypto = try SodiumCrypto()
            let pinned: Roots
            do { pinned = try folder.roots(named: settings.roots, crypto) } catch {
                return [
                    .bad("racines de confiance : inutilisables (\(error))", fix: initialise(place))
                ]
            }
            let loaded = try folder.loadAll(roots: pinned, crypto)
            let roots = loaded.edition.roots
            let health = ListsHealth(loaded.inForce, at: now)
            return [
                .good(
                    "racines de confiance version \(roots.version), empreinte "
                        + "\(roots.fingerprint(crypto)) (à comparer par téléphone)"),
                trust(health, place), clock(health, place),
            ] + health.revocations.map { revocations($0, place) }
                + loaded.faults.map {
                    .bad("liste d’annulation inutilisable (\($0))", fix: install(place))
                }
        } catch {
            return [.bad("listes : inutilisables (\(error))", fix: install(place))]
        }
    }

    private static func initialise(_ place: String) -> String {
        "justificatif lists init --roots roots.pub --lists \(place)"
    }

    private static func install(_ place: String) -> String {
        "installez des listes récentes : justificatif lists install SOURCE --lists \(place)"
    }

    private static func trust(_ health: ListsHealth, _ place: String) -> CheckResult {
        result("liste de confiance", health.trust, place)
    }

    private static func revocations(
        _ list: ListsHealth.Revocations, _ place: String
    ) -> CheckResult {
        result("liste d’annulation « \(list.identifier) »", list.entry, place)
    }

    private static func result(
        _ name: String, _ entry: ListsHealth.Entry?, _ place: String
    ) -> CheckResult {
        guard let entry else { return .bad("\(name) : absente", fix: install(place)) }
        let age = entry.ageDays < 2 ? "\(entry.ageDays) jour" : "\(entry.ageDays) jours"
        let what = "\(name) no \(entry.sequence), \(age)"
        let refuse = DateWords.day(entry.refuseAfter.day, .french)
        switch entry.state {
        case .ok:
            let warn = DateWords.day(entry.warnAfter.day, .french)
            return .good("\(what) : à jour jusqu’au \(warn)")
        case .aging: return .bad("\(what) : vieillit, refusée le \(refuse)", fix: install(place))
        case .stale, .clockSuspect, .notConfigured:
            return .bad("\(what) : trop ancienne depuis le \(refuse)", fix: install(place))
        }
    }

    private static func clock(_ health: ListsHealth, _ place: String) -> CheckResult {
        guard health.isClockSuspect else { return .good("date de ce poste : \(health.now)") }
        return .bad(
            "date de ce poste : \(health.now), avant une date déjà vue",
            fix: "réglez l’horloge ; si elle est juste : justificatif lists clock --accept-now "
                + "--lists \(place)")
    }
}
