internal import FoundationEssentials
internal import GRDB
package import Proofs

extension ProofRegister {
    /// How many identifiers one statement looks up.
    private static var chunk: Int { 500 }

    /// The rows of those of `identifiers` that are registered, in no particular order.
    package func rows(
        of identifiers: [ProofIdentifier]
    ) throws(RegisterFault) -> [RegisterRow] {
        try read { database in
            try stride(from: 0, to: identifiers.count, by: Self.chunk).flatMap { start in
                let some = identifiers[start..<min(start + Self.chunk, identifiers.count)]
                let places = repeatElement("?", count: some.count).joined(separator: ",")
                let statement = try database.cachedStatement(
                    sql: "SELECT * FROM proof WHERE cti IN (\(places))")
                return try Row.fetchAll(
                    statement, arguments: StatementArguments(some.map { Data($0.bytes) })
                ).map(RegisterRow.init(stored:))
            }
        }
    }
}
