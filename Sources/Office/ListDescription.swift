package import Explaining
package import Lists
internal import Proofs
internal import Reporting
package import Wire

/// Signed lists in lines, for the people who sign and publish them.
package enum ListDescription {
    /// What a trust list says, and whose signatures it has.
    package static func lines(
        _ list: TrustProposal, _ hasher: some Hashing, _ language: Language
    ) -> [String] {
        let content = list.content
        var lines = [
            language.row("numéro", "sequence", content.sequence),
            language.row("établie", "issued", content.issued),
            language.row("à renouveler le", "warns from", content.warnAfter),
            language.row("inutilisable le", "refuses from", content.refuseAfter),
        ]
        for source in content.revocationSources {
            let kids = source.keys.map { $0.identifier(hasher).description }
            let keys = kids.joined(separator: " ")
            lines.append(
                language(
                    "liste d’annulation : \(source.identifier), époque \(source.epoch), "
                        + "clés \(keys)",
                    "revocation list: \(source.identifier), epoch \(source.epoch), keys \(keys)"))
        }
        for issuer in content.issuers { lines += self.lines(issuer, hasher, language) }
        return lines
            + list.message.parts.map { language.row("signée par", "signed by", $0.kid) }
    }

    private static func lines(
        _ issuer: Issuer, _ hasher: some Hashing, _ language: Language
    ) -> [String] {
        let blocks = issuer.blocks.map { block in
            ClaimBlock(rawValue: block)?.name
                ?? language(
                    "bloc \(block) d’une version ultérieure",
                    "block \(block) of a later version")
        }
        let lines = [
            language.row("émetteur", "issuer", TerminalText.neutralised(issuer.name)),
            language.row("  kid", "  kid", issuer.key.identifier(hasher)),
            language.row("  signe", "  signs", blocks.joined(separator: ", ")),
            language(
                "  du \(issuer.signFrom) au \(issuer.signUntil), tous deux inclus",
                "  from \(issuer.signFrom) to \(issuer.signUntil), both included"),
            language.row("  état", "  state", state(issuer.state, language)),
            language.row(
                "  liste d’annulation", "  revocation list",
                issuer.revocationList ?? language("aucune", "none")),
        ]
        let notice = issuer.notice.split(separator: "\n").map {
            language.row("  mention", "  notice", TerminalText.neutralised(String($0)))
        }
        let contact = TerminalText.neutralised(issuer.contact)
        return lines + notice
            + (contact.isEmpty ? [] : [language.row("  contact", "  contact", contact)])
    }

    private static func state(_ state: Issuer.State, _ language: Language) -> String {
        switch state {
        case .active: "active"
        case .compromised: language("COMPROMISE", "COMPROMISED")
        }
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
