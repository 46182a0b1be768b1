package import Explaining
package import JSONFields
package import Register

/// How many were issued, cancelled and published on each day; names nothing.
package struct RegisterStatistics: Equatable, Sendable {
    private let counts: [ProofRegister.DayCount]
    private let publication: Publication?

    /// Counts what is in a register now.
    package init(_ register: ProofRegister) throws(RegisterFault) {
        counts = try register.counts()
        publication = try register.lastPublication()
    }

    /// A table in lines.
    package func lines(_ language: Language) -> [String] {
        let total = (
            issued: counts.reduce(0) { $0 + $1.issued },
            revoked: counts.reduce(0) { $0 + $1.revoked },
            announced: counts.reduce(0) { $0 + $1.announced }
        )
        let rows =
            [
                language(
                    "jour       établis  annulés    publiés",
                    "day         issued  revoked  published")
            ]
            + counts.map { row("\($0.day)", $0.issued, $0.revoked, $0.announced) }
            + [row("total", total.issued, total.revoked, total.announced)]
        guard let publication else {
            return rows + [language("publié : jamais", "published: never")]
        }
        let (epoch, sequence) = (publication.epoch, publication.sequence)
        let rest =
            publication.isReleased
            ? ""
            : language(
                " (commencé et non fini : publiez de nouveau)",
                " (begun and not finished: publish again)")
        return rows + [
            language(
                "publié : \(publication.list), époque \(epoch), numéro \(sequence), "
                    + "au \(publication.issued)\(rest)",
                "published: \(publication.list), epoch \(epoch), sequence \(sequence), "
                    + "as of \(publication.issued)\(rest)"),
            language.row("jours clos jusqu’au", "closed through", publication.closedThrough),
        ]
    }

    private func row(_ title: String, _ issued: Int, _ revoked: Int, _ announced: Int) -> String {
        let cells = [(issued, 8), (revoked, 9), (announced, 11)].map { number, width in
            let digits = String(number)
            return String(repeating: " ", count: max(1, width - digits.count)) + digits
        }
        let gap = String(repeating: " ", count: max(0, 10 - title.count))
        return title + gap + cells.joined()
    }

    /// The same for programs.
    package var json: JSONValue {
        let days = counts.map { count in
            JSONValue.object([
                "day": .string("\(count.day)"), "issued": .integer(Int64(count.issued)),
                "revoked": .integer(Int64(count.revoked)),
                "published": .integer(Int64(count.announced)),
            ])
        }
        let total = { (part: (ProofRegister.DayCount) -> Int) in
            JSONValue.integer(Int64(counts.map(part).reduce(0, +)))
        }
        var fields: JSONObject = [
            "format": .string("justificatif-register-stats/1"), "days": .array(days),
            "issued": total(\.issued), "revoked": total(\.revoked),
            "published": total(\.announced),
        ]
        fields["publication"] = publication.map {
            .object([
                "list": .string($0.list), "epoch": .integer(Int64(clamping: $0.epoch)),
                "sequence": .integer(Int64(clamping: $0.sequence)),
                "issued": .string("\($0.issued)"), "released": .bool($0.isReleased),
                "closed_through": .string("\($0.closedThrough)"),
            ])
        }
        return .object(fields)
    }
}
