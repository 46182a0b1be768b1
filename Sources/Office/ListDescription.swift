package import Explaining
package import Lists
internal import Proofs
internal import Reporting
package import Wire

/// Signed lists in lines, for the people who sign and publish them.
package enum ListDescription {
    /// All that is signed of a trust list, its digest, and whose signatures it has.
    package static func lines(
        _ list: TrustProposal, _ hasher: some Hashing, _ language: Language
    ) -> [String] {
        TrustListSheet(of: list, hasher, language).lines.map(TerminalText.neutralised)
            + list.message.parts.map { language.row("signée par", "signed by", $0.kid) }
    }

    /// What a trust list says otherwise than `other`, which people call `name`.
    package static func differences(
        _ list: TrustProposal, from other: TrustProposal, named name: String,
        _ hasher: some Hashing, _ language: Language
    ) -> [String] {
        let differences = TrustListSheet(of: list, hasher, language)
            .differences(from: TrustListSheet(of: other, hasher, language))
        let title =
            differences.isEmpty
            ? language("face à \(name) : dit la même chose", "against \(name): says the same")
            : language("face à \(name) : ce qui change", "against \(name): what changes")
        return [title] + differences.map { "  \(TerminalText.neutralised($0))" }
    }

    /// Whether roots have signed a trust list as often as they must.
    package static func signatures(
        _ list: TrustProposal, of roots: Roots, _ crypto: some SignatureChecking & Hashing,
        _ language: Language
    ) -> String {
        let (good, needed) = (list.count(of: roots, crypto), roots.threshold)
        let verdict =
            good >= needed ? language("suffisant", "enough") : language("INSUFFISANT", "NOT ENOUGH")
        return language(
            "signatures : \(good) bonnes, il en faut \(needed) : \(verdict)",
            "signatures: \(good) good, \(needed) needed: \(verdict)")
    }

    /// What a revocation list of `byteCount` bytes says, day by day.
    package static func lines(
        _ list: RevocationListContent, byteCount: Int, _ language: Language
    ) -> [String] {
        let openBytes = list.openCount * Fingerprint.byteCount
        return [
            language.row("liste", "list", list.identifier),
            language.row("époque", "epoch", list.epoch),
            language.row("numéro", "sequence", list.sequence),
            language.row("établie", "issued", list.issued),
            language.row("à renouveler le", "warns from", list.warnAfter),
            language.row("inutilisable le", "refuses from", list.refuseAfter),
            language.row("liste de confiance minimale", "least trust list", list.trustMinimum),
            language.row("premier jour", "first day", list.firstDay),
            language.row("dernier jour clos", "last closed day", list.lastClosedDay),
        ]
            + list.days.map { day in
                language(
                    "\(day.day) : \(day.count) annulés, \(day.byteCount) octets",
                    "\(day.day): \(day.count) revoked, \(day.byteCount) bytes")
            } + [
                language(
                    "jours suivants : \(list.openCount) annulés, \(openBytes) octets",
                    "later days: \(list.openCount) revoked, \(openBytes) bytes"),
                language(
                    "total : \(list.revokedCount) annulés, \(byteCount) octets",
                    "total: \(list.revokedCount) revoked, \(byteCount) bytes"),
            ]
    }

    /// Roots and their fingerprint, to compare by telephone.
    package static func lines(
        _ roots: Roots, _ hasher: some Hashing, _ language: Language
    ) -> [String] {
        let (version, needed, count) = (roots.version, roots.threshold, roots.keys.count)
        return [
            language(
                "racines \(version) : \(needed) clés sur \(count) doivent signer",
                "roots \(version): \(needed) of \(count) must sign"),
            language.row("  empreinte", "  fingerprint", roots.fingerprint(hasher)),
        ] + roots.keys.map { language.row("  clé", "  key", $0.identifier(hasher)) }
    }
}
