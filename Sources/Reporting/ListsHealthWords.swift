package import Explaining
package import Lists
internal import Proofs

/// The state of the lists, in words for the person who looks after the machine.
package enum ListsHealthWords {
    /// One line a list, then the clock, then what to do.
    package static func lines(_ health: ListsHealth, _ language: Language) -> [String] {
        var lines: [String] = []
        if let trust = health.trust {
            lines.append(
                language("Liste de confiance", "Trust list") + " " + entry(trust, language))
        } else {
            lines.append(language("Liste de confiance : absente", "Trust list: missing"))
        }
        for list in health.revocations {
            let name = language(
                "Liste d’annulation « \(list.identifier) »",
                "Revocation list \"\(list.identifier)\"")
            guard let numbers = list.entry, let content = list.content else {
                lines.append("\(name)\(language(" : absente", ": missing"))")
                continue
            }
            lines.append("\(name) \(entry(numbers, language))")
            lines.append("  \(coverage(content, language))")
        }
        lines.append(clock(health, language))
        return lines + advice(health, language).map { language("À faire : ", "To do: ") + $0 }
    }

    private static func entry(_ entry: ListsHealth.Entry, _ language: Language) -> String {
        let issued = DateWords.day(entry.issued.day, language)
        let age = days(entry.ageDays, language)
        let warn = DateWords.day(entry.warnAfter.day, language)
        let refuse = DateWords.day(entry.refuseAfter.day, language)
        let state =
            switch entry.state {
            case .ok:
                language("à jour jusqu’au \(warn)", "up to date until \(warn)")
            case .aging:
                language(
                    "à renouveler depuis le \(warn), inutilisable le \(refuse)",
                    "due for renewal since \(warn), of no use from \(refuse)")
            case .stale, .clockSuspect, .notConfigured:
                language("inutilisable depuis le \(refuse)", "of no use since \(refuse)")
            }
        return language(
            "no \(entry.sequence) du \(issued) (\(age)) : \(state)",
            "no. \(entry.sequence) of \(issued) (\(age)): \(state)")
    }

    private static func coverage(
        _ content: RevocationListContent, _ language: Language
    ) -> String {
        let first = DateWords.day(content.firstDay, language)
        let last = DateWords.day(content.lastClosedDay, language)
        let days =
            content.lastClosedDay < content.firstDay
            ? language("aucun jour clos", "no closed day")
            : language("jours clos du \(first) au \(last)", "closed days \(first) to \(last)")
        return language(
            "époque \(content.epoch), \(days), \(content.revokedCount) annulation(s)",
            "epoch \(content.epoch), \(days), \(content.revokedCount) revocation(s)")
    }

    private static func clock(_ health: ListsHealth, _ language: Language) -> String {
        let now = health.now.description
        guard health.isClockSuspect else {
            return language("Horloge de ce poste : \(now)", "Clock of this machine: \(now)")
        }
        return language(
            "Horloge de ce poste : \(now), plus tôt que ce qui est déjà connu",
            "Clock of this machine: \(now), earlier than what is known already")
    }

    private static func days(_ count: Int, _ language: Language) -> String {
        language(
            count < 2 ? "\(count) jour" : "\(count) jours",
            count == 1 ? "1 day" : "\(count) days")
    }
}

extension ListsHealthWords {
    /// What to do, the most pressing first; empty when nothing is.
    package static func advice(_ health: ListsHealth, _ language: Language) -> [String] {
        var advice: [String] = []
        if health.isClockSuspect {
            advice.append(
                language(
                    "mettez ce poste à l’heure ; si son heure est juste, lancez "
                        + "« justificatif lists clock --accept-now »",
                    "set the clock of this machine; if it is right, run "
                        + "\"justificatif lists clock --accept-now\""))
        }
        guard let trust = health.trust else {
            return advice + [
                language(
                    "installez les listes : justificatif lists install SOURCE",
                    "install the lists: justificatif lists install SOURCE")
            ]
        }
        if trust.state != .ok {
            advice.append(
                language(
                    "demandez à l’éditeur une nouvelle liste de confiance, puis "
                        + "« justificatif lists install SOURCE »",
                    "ask the publisher for a new trust list, then "
                        + "\"justificatif lists install SOURCE\""))
        }
        let due = health.revocations.filter { ($0.entry?.state ?? .stale) != .ok }
        if !due.isEmpty {
            let names = due.map(\.identifier).joined(separator: ", ")
            advice.append(
                language(
                    "récupérez les listes d’annulation récentes (\(names)), puis "
                        + "« justificatif lists install SOURCE »",
                    "fetch recent revocation lists (\(names)), then "
                        + "\"justificatif lists install SOURCE\""))
        }
        return advice
    }
}
