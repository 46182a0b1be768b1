package import Explaining

/// How far a batch is, and what became of its lines, in words.
package struct BatchTally: Equatable, Sendable {
    private static let barWidth = 30

    private var issued = 0
    private var known = 0
    private var refused = 0
    /// How much is read, as a bar; empty before anything is.
    package private(set) var bar = ""

    package init() {}

    /// Counts what happened; returns what a person is told of a line that was not issued whole.
    package mutating func count(_ event: BatchEvent) -> Explanation? {
        switch event {
        case .issued: issued += 1
        case .known: known += 1
        case .read(let lines, let all): bar = BatchTally.bar(lines, of: all)
        case .refused(let refusal, let line): return refuse(refusal, line)
        case .notWritten(_, let line, let fault): return refuse(fault, line)
        }
        return nil
    }

    private mutating func refuse(_ fault: any Explained, _ line: BatchLine) -> Explanation {
        refused += 1
        // Faults of a file name their place already.
        let row = fault.explanation
        return row.english.hasPrefix(line.place) ? row : row.about(line.place)
    }

    /// How many lines were issued, refused, and issued by an earlier run.
    package func summary(_ language: Language) -> String {
        let before = known == 0 ? "" : language(", \(known) déjà établis", ", \(known) before")
        return language(
            "\(issued) établis, \(refused) refusés\(before)",
            "\(issued) issued, \(refused) refused\(before)")
    }

    /// What to do after a stop; with a report a batch goes on by itself.
    package static func stopNote(before line: Int, isReported: Bool, _ language: Language) -> String
    {
        let advice =
            isReported
            ? language(
                "relancez la même commande pour continuer", "run the same command to go on")
            : language(
                "relancez la même commande : les lignes déjà écrites seront refusées, les autres "
                    + "établies",
                "run the same command: lines that are written are refused, the others issued")
        return language(
            "arrêté avant la ligne \(line) ; \(advice)", "stopped before line \(line); \(advice)")
    }

    private static func bar(_ done: Int, of all: Int) -> String {
        let full = done * barWidth / max(all, 1)
        let gap = String(repeating: "·", count: barWidth - full)
        return "\(String(repeating: "█", count: full))\(gap) \(done)/\(all)"
    }
}
