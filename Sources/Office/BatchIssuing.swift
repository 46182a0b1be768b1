package import Explaining
package import Issuing
internal import JSONFields
package import Wire

/// Issues one justificatif for each line of a file of claims.
///
/// A bad line is reported with its number, and the good ones are done all the same.
package struct BatchIssuing<Key: Signing> {
    /// The largest batch, in bytes.
    package static var byteLimit: Int { 67_108_864 }
    /// How many are registered at once: one flush of the disk for all of them.
    private static var groupSize: Int { 32 }

    private let desk: IssuingDesk<Key>
    private let terms: IssueTerms

    /// All lines get the same terms.
    package init(desk: IssuingDesk<Key>, terms: IssueTerms) {
        self.desk = desk
        self.terms = terms
    }

    /// Issues what the lines of `bytes` ask for; `source` is what places begin with.
    ///
    /// `report` is told what becomes of each line: a refusal as soon as the line was read, a proof
    /// once it is registered. Empty lines are passed over. Throws what `report` throws, and
    /// `RegisterFault` if the register refuses; what was not reported is then not registered.
    package func run(
        _ bytes: [UInt8], named source: String, report: (BatchEvent) throws -> Void
    ) throws {
        var group: [(line: BatchLine, proof: UnregisteredProof)] = []
        let rows = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, row) in rows.enumerated() {
            let line = BatchLine(number: index + 1, of: source)
            if row.contains(where: { $0 > 0x20 }) {
                do { group.append((line, try signed(Array(row), line))) } catch {
                    guard let refusal = error as? any Explained else { throw error }
                    try report(.refused(refusal, line))
                }
            }
            if group.count == BatchIssuing.groupSize || index == rows.count - 1 {
                let proofs = try desk.register(group.map(\.proof))
                for (line, proof) in zip(group.map(\.line), proofs) {
                    try report(.issued(proof, line))
                }
                group = []
            }
            try report(.read(lines: index + 1, of: rows.count))
        }
    }

    private func signed(_ row: [UInt8], _ line: BatchLine) throws -> UnregisteredProof {
        let json = try JSONValue(parsing: row, from: line.place)
        return try desk.sign(IssueRequest(claims: JSONInput(json, at: line.place), terms))
    }
}

/// What becomes of a batch, in order.
package enum BatchEvent {
    /// It is registered, and may leave.
    case issued(IssuedProof, BatchLine)
    case refused(any Explained, BatchLine)
    case read(lines: Int, of: Int)
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
