internal import GRDB

/// How much a register holds, by which it is compared with its backup.
package struct RegisterSummary: Equatable, Sendable {
    package let rows: Int
    package let cancelled: Int
    /// Nil if there was none.
    package let publication: Publication?

    init(_ database: Database) throws {
        rows = try Int.fetchOne(database, sql: "SELECT count(*) FROM proof") ?? 0
        cancelled =
            try Int.fetchOne(
                database, sql: "SELECT count(*) FROM proof WHERE revoked IS NOT NULL") ?? 0
        publication = try Publication.last(in: database)
    }
}
