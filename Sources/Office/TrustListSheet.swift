package import Explaining
internal import Lists
internal import Proofs
package import Wire

/// All that root holders sign in a trust list, in lines to read and to compare (Spec/lists.md 3.7).
package struct TrustListSheet: Equatable, Sendable {
    /// The list itself, a revocation list or an issuer, under a name that tells it from the others.
    private struct Part: Equatable {
        let name: String
        let lines: [String]
    }

    private let parts: [Part]
    private let language: Language
    /// What holders read out to each other: it covers every byte that is signed.
    package let digest: ListDigest

    /// What the signatures of a list are over, no matter who has signed it already.
    package init(of list: TrustProposal, _ hasher: some Hashing, _ language: Language) {
        let (content, payload) = (list.content, list.message.payload)
        var parts = [TrustListSheet.head(content, language)]
        parts += content.revocationSources.map { TrustListSheet.part($0, hasher, language) }
        parts += content.issuers.map { TrustListSheet.part($0, hasher, language) }
        // Members of a later version are signed and cannot be shown.
        if content.payload != payload {
            let warning = language(
                "D’UNE VERSION ULTÉRIEURE : dit plus que ce qui est montré ici ; ne la signez pas",
                "OF A LATER VERSION: says more than is shown here; do not sign it")
            let name = language("version ultérieure", "later version")
            parts.append(Part(name: name, lines: [warning]))
        }
        self.parts = parts
        self.language = language
        digest = ListDigest(of: payload, hasher)
    }

    /// Every line, that of the digest last.
    ///
    /// Names and notices are as the publisher wrote them, control characters and all.
    package var lines: [String] {
        parts.flatMap(\.lines) + [language.row("condensat", "digest", digest)]
    }

    /// What this list says otherwise than `other`: `-` before a line that goes, `+` before one that
    /// comes, below the name of what they are about; empty if they say the same.
    ///
    /// Both must be in one language.
    package func differences(from other: TrustListSheet) -> [String] {
        let known = Set(other.parts.map(\.name))
        let names = other.parts.map(\.name) + parts.map(\.name).filter { !known.contains($0) }
        return names.flatMap { name in
            let changes = lines(of: name).difference(from: other.lines(of: name))
            return changes.isEmpty
                ? []
                : [language("\(name) :", "\(name):")]
                    + changes.removals.map { TrustListSheet.line($0) }
                    + changes.insertions.map { TrustListSheet.line($0) }
        }
    }

    private func lines(of name: String) -> [String] {
        parts.first { $0.name == name }?.lines ?? []
    }

    private static func line(_ change: CollectionDifference<String>.Change) -> String {
        switch change {
        case .remove(_, let line, _): "- \(line)"
        case .insert(_, let line, _): "+ \(line)"
        }
    }
}

extension TrustListSheet {
    private static func head(_ content: TrustListContent, _ language: Language) -> Part {
        Part(
            name: language("liste", "list"),
            lines: [
                language.row("numéro", "sequence", content.sequence),
                language.row("établie", "issued", content.issued),
                language.row("à renouveler le", "warns from", content.warnAfter),
                language.row("inutilisable le", "refuses from", content.refuseAfter),
            ])
    }

    private static func part(
        _ source: RevocationSource, _ hasher: some Hashing, _ language: Language
    ) -> Part {
        let kids = source.keys.map { $0.identifier(hasher).description }
        let keys = kids.joined(separator: " ")
        return Part(
            name: language("liste d’annulation", "revocation list") + " \(source.identifier)",
            lines: [
                language(
                    "liste d’annulation : \(source.identifier), époque \(source.epoch), "
                        + "clés \(keys)",
                    "revocation list: \(source.identifier), epoch \(source.epoch), keys \(keys)")
            ]
                + source.keys.map {
                    language.row("  clé", "  key", Hexadecimal.encode($0.bytes))
                })
    }

    private static func part(
        _ issuer: Issuer, _ hasher: some Hashing, _ language: Language
    ) -> Part {
        let kid = issuer.key.identifier(hasher)
        let blocks = issuer.blocks.map { block in
            ClaimBlock(rawValue: block)?.name
                ?? language(
                    "bloc \(block) d’une version ultérieure", "block \(block) of a later version")
        }
        var lines = [
            language.row("émetteur", "issuer", issuer.name), language.row("  kid", "  kid", kid),
            language.row("  clé", "  key", Hexadecimal.encode(issuer.key.bytes)),
            language.row("  signe", "  signs", blocks.joined(separator: ", ")),
            language(
                "  du \(issuer.signFrom) au \(issuer.signUntil), tous deux inclus",
                "  from \(issuer.signFrom) to \(issuer.signUntil), both included"),
            language.row("  état", "  state", state(issuer.state, language)),
            language.row(
                "  liste d’annulation", "  revocation list",
                issuer.revocationList ?? language("aucune", "none")),
        ]
        if !issuer.notice.isEmpty {
            lines += issuer.notice.split(separator: "\n", omittingEmptySubsequences: false)
                .map { language.row("  mention", "  notice", $0) }
        }
        if !issuer.contact.isEmpty {
            lines.append(language.row("  contact", "  contact", issuer.contact))
        }
        if !issuer.letterhead.address.isEmpty {
            lines += issuer.letterhead.address
                .split(separator: "\n", omittingEmptySubsequences: false)
                .map { language.row("  adresse", "  address", $0) }
        }
        if let logo = issuer.letterhead.logo {
            let hash = Hexadecimal.encode(hasher.sha256(logo.bytes).bytes)
            lines.append(
                language(
                    "  logo : \(logo.width) par \(logo.height) pixels, SHA-256 \(hash)",
                    "  logo: \(logo.width) by \(logo.height) pixels, SHA-256 \(hash)"))
        }
        return Part(name: language("émetteur", "issuer") + " \(kid)", lines: lines)
    }

    private static func state(_ state: Issuer.State, _ language: Language) -> String {
        switch state {
        case .active: "active"
        case .compromised: language("COMPROMISE", "COMPROMISED")
        }
    }
}
