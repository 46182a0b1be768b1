/// The lines of a batch, one after the other.
struct BatchLines {
    private let rows: [ArraySlice<UInt8>]
    private let source: String
    /// How many were taken, empty ones included.
    private(set) var takenCount = 0

    /// `source` is what places begin with.
    init(_ bytes: [UInt8], of source: String) {
        rows = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        self.source = source
    }

    var count: Int { rows.count }
    var isAtEnd: Bool { takenCount == rows.count }

    /// Takes the next line, of which there must be one; nil if it is empty.
    mutating func next() -> (line: BatchLine, row: [UInt8])? {
        let row = rows[takenCount]
        takenCount += 1
        guard row.contains(where: { $0 > 0x20 }) else { return nil }
        return (BatchLine(number: takenCount, of: source), Array(row))
    }
}

/// One line of a batch.
package struct BatchLine: Equatable, Sendable {
    /// From 1; empty lines count, so that a bad line leaves a gap and not a shift.
    package let number: Int
    /// What errors call it, such as `claims.jsonl:12`.
    package let place: String

    init(number: Int, of source: String) {
        self.number = number
        place = "\(source):\(number)"
    }

    /// The number with six digits, for names of files that sort.
    package var name: String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }
}
