internal import Console
internal import ListFiles
internal import Lists
internal import Proofs
internal import Sodium

/// Roots, lists, clock.
enum ListChecks {
    static func findings(_ settings: Settings) -> [Finding] {
        let folder = ListsFolder(settings.lists)
        let now = Instant(seconds: SystemClock.seconds())
        do {
            let crypto = try SodiumCrypto()
            let roots = try folder.roots(named: settings.roots, crypto)
            let loaded = try folder.loadAll(roots: roots, crypto)
            let faults = loaded.faults.map {
                Finding.bad("liste inutilisable : \($0)", fix: "installez une liste récente")
            }
            guard let trust = loaded.inForce.trust?.content else {
                return [
                    .bad(
                        "aucune liste de confiance",
                        fix: "justificatif lists install SOURCE --lists \(settings.lists)")
                ]
            }
            return [clock(trust, loaded.inForce, now), age(trust, now)]
                + missing(trust, loaded.inForce) + faults
        } catch {
            return [
                .bad(
                    "listes : \(error)",
                    fix: "justificatif lists init --roots roots.pub --lists \(settings.lists)")
            ]
        }
    }

    private static func clock(
        _ trust: TrustListContent, _ lists: ListsInForce, _ now: Instant
    ) -> Finding {
        let floor = ClockFloor.instant(trust: trust, list: nil, observed: lists.observed)
        guard now.adding(hours: ClockFloor.toleranceHours) < floor else {
            return .good("date de ce poste : \(now)")
        }
        return .bad(
            "date de ce poste : \(now), avant \(floor)",
            fix: "réglez l’horloge ; si elle est juste : justificatif lists clock --accept-now")
    }

    private static func age(_ trust: TrustListContent, _ now: Instant) -> Finding {
        let what = "liste de confiance \(trust.sequence) du \(trust.issued)"
        let fix = "installez-en une récente : justificatif lists install SOURCE"
        if now >= trust.refuseAfter { return .bad("\(what) : trop ancienne", fix: fix) }
        if now >= trust.warnAfter { return .bad("\(what) : vieillit", fix: fix) }
        return .good(what)
    }

    private static func missing(_ trust: TrustListContent, _ lists: ListsInForce) -> [Finding] {
        trust.revocationSources.map { source in
            lists.revocations[source.identifier] == nil
                ? .bad(
                    "liste d’annulations \(source.identifier) : absente",
                    fix: "installez-la : justificatif lists install SOURCE")
                : .good("liste d’annulations \(source.identifier)")
        }
    }
}
