package import Explaining
internal import Lists
internal import Proofs
package import Verification

/// A verdict for a terminal: headline, facts, who and until when, what to do.
package enum TerminalReport {
    /// The lines a person reads, without line ends.
    ///
    /// `simulated` says that the instant was given and is not now.
    package static func lines(
        _ verdict: Verdict, simulated: Bool, colour: Bool, _ language: Language
    ) -> [String] {
        let words = VerdictWords(verdict, language)
        let mark = mark(verdict.code.family)
        var lines = [
            paint("\(mark.sign) \(words.headline)", colour ? mark.colour : nil)
        ]
        if let proof = verdict.proof {
            lines += table(rows(proof, language))
        }
        lines.append("  \(words.advice)")
        if let known = words.cancellationsKnown { lines.append("  \(known)") }
        if simulated {
            let day = verdict.checkedAt.description
            lines.append(
                "  "
                    + language(
                        "Contrôle simulé au \(day).", "Simulated: checked as of \(day)."))
        }
        if let reason = verdict.reason { lines.append("  [\(verdict.code.rawValue): \(reason)]") }
        return lines
    }

    /// Titles and values in two columns.
    package static func table(_ rows: [ClaimWords]) -> [String] {
        let width = rows.map(\.title.count).max() ?? 0
        return rows.map { row in
            let gap = String(repeating: " ", count: width - row.title.count)
            return "  \(row.title)\(gap)  \(TerminalText.neutralised(row.value))"
        }
    }

    /// Everything that a good justificatif says: its facts, who made it, until when it is good.
    static func rows(_ proof: VerifiedProof, _ language: Language) -> [ClaimWords] {
        let justificatif = proof.justificatif
        return ClaimWords.all(of: justificatif.claims, language) + [
            ClaimWords(title: language("Émetteur", "Issuer"), value: proof.issuer.name),
            ClaimWords(
                title: language("Établi le", "Made on"),
                value: DateWords.day(justificatif.issued, language)),
            ClaimWords(
                title: language("Utilisable jusqu’au", "Good until"),
                value: DateWords.day(justificatif.lastDay, language)
                    + language(" inclus", " included")),
            ClaimWords(
                title: language("Référence", "Reference"), value: proof.reference.description),
        ]
    }

    /// The sign of a family of verdicts, and its colour on a terminal.
    static func mark(_ family: VerdictCode.Family) -> (sign: String, colour: String) {
        switch family {
        case .green: ("✓", "\u{1B}[1;32m")
        case .red: ("✗", "\u{1B}[1;31m")
        case .amber: ("◷", "\u{1B}[1;33m")
        case .grey: ("■", "\u{1B}[1;37m")
        }
    }

    private static func paint(_ text: String, _ colour: String?) -> String {
        let plain = TerminalText.neutralised(text)
        return colour.map { "\($0)\(plain)\u{1B}[0m" } ?? plain
    }
}
