package import Lists
internal import Proofs
internal import Reporting
package import Wire

/// Signed lists in lines, for the people who sign and publish them.
package enum ListDescription {
    /// What a trust list says, and whose signatures it has.
    package static func lines(_ list: TrustProposal, _ hasher: some Hashing) -> [String] {
        let content = list.content
        var lines = [
            "sequence: \(content.sequence)", "issued: \(content.issued)",
            "warns from: \(content.warnAfter)", "refuses from: \(content.refuseAfter)",
        ]
        for source in content.revocationSources {
            let kids = source.keys.map { $0.identifier(hasher).description }
            lines.append(
                "revocation list: \(source.identifier), epoch \(source.epoch), "
                    + "keys \(kids.joined(separator: " "))")
        }
        for issuer in content.issuers { lines += self.lines(issuer, hasher) }
        return lines + list.message.parts.map { "signed by: \($0.kid)" }
    }

    private static func lines(_ issuer: Issuer, _ hasher: some Hashing) -> [String] {
        let blocks = issuer.blocks.map { block in
            ClaimBlock(rawValue: block)?.name ?? "block \(block) of a later version"
        }
        let lines = [
            "issuer: \(TerminalText.neutralised(issuer.name))",
            "  kid: \(issuer.key.identifier(hasher))",
            "  signs: \(blocks.joined(separator: ", "))",
            "  from \(issuer.signFrom) to \(issuer.signUntil), both included",
            "  state: \(issuer.state == .active ? "active" : "COMPROMISED")",
            "  revocation list: \(issuer.revocationList ?? "none")",
        ]
        let notice = issuer.notice.split(separator: "\n").map {
            "  notice: \(TerminalText.neutralised(String($0)))"
        }
        let contact =
            issuer.contact.isEmpty
            ? [] : ["  contact: \(TerminalText.neutralised(issuer.contact))"]
        return lines + notice + contact
    }

    /// What a revocation list of `byteCount` bytes says, day by day.
    package static func lines(_ list: RevocationListContent, byteCount: Int) -> [String] {
        [
            "list: \(list.identifier)", "epoch: \(list.epoch)", "sequence: \(list.sequence)",
            "issued: \(list.issued)", "warns from: \(list.warnAfter)",
            "refuses from: \(list.refuseAfter)", "least trust list: \(list.trustMinimum)",
            "first day: \(list.firstDay)", "last closed day: \(list.lastClosedDay)",
        ] + list.days.map { "\($0.day): \($0.count) revoked, \($0.byteCount) bytes" } + [
            "later days: \(list.openCount) revoked, "
                + "\(list.openCount * Fingerprint.byteCount) bytes",
            "total: \(list.revokedCount) revoked, \(byteCount) bytes",
        ]
    }

    /// Roots and their fingerprint, to compare by telephone.
    package static func lines(_ roots: Roots, _ hasher: some Hashing) -> [String] {
        [
            "roots \(roots.version): \(roots.threshold) of \(roots.keys.count) must sign",
            "  fingerprint: \(roots.fingerprint(hasher))",
        ] + roots.keys.map { "  key: \($0.identifier(hasher))" }
    }
}
