package import JSONFields
internal import Proofs

/// The journal of one person, the newest line first.
package struct Journal: Equatable, Sendable {
    package static let format = "justificatif-journal/1"

    package let lines: [JournalLine]
    /// How many did not open (Spec/space.md 2).
    package let damaged: Int

    package init(lines: [JournalLine], damaged: Int) {
        self.lines = lines.sorted { ($0.at, $0.act) > ($1.at, $1.act) }
        self.damaged = damaged
    }

    /// The file that a person downloads, as JSON.
    package var json: JSONValue {
        .object([
            "format": .string(Journal.format), "lines": .array(lines.map(\.downloaded)),
        ])
    }

    /// The same as a table for a French spreadsheet: RFC 4180 with semicolons, in UTF-8 with its
    /// mark, without which that program takes the letters for others.
    ///
    /// The last column is the line in words; those before have codes, for programs.
    package func csv(_ words: (JournalLine) -> String) -> String {
        let head = ["date", "acte", "avec", "objet", "pour", "reference", "reponse", "en_clair"]
        let rows = lines.map { line in
            [
                ParisTime(line.at).text, line.act.rawValue, line.partner,
                line.datum?.rawValue ?? "",
                line.recipient ?? "", line.reference?.description ?? "", line.answer,
                words(line),
            ]
        }
        return "\u{FEFF}" + ([head] + rows).map { Journal.row($0) }.joined()
    }

    private static func row(_ cells: [String]) -> String {
        cells.map { cell in
            // A spreadsheet would compute what begins so.
            let isFormula = cell.first.map { "=+-@".contains($0) } ?? false
            let text = (isFormula ? "'" : "") + cell
            return "\""
                + text.split(separator: "\"", omittingEmptySubsequences: false)
                .joined(separator: "\"\"") + "\""
        }.joined(separator: ";") + "\r\n"
    }
}
