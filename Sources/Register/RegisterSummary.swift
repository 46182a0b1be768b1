/// How much a register holds, by which it is compared with its backup.
package struct RegisterSummary: Equatable, Sendable {
    package let rows: Int
    package let cancelled: Int
    /// Nil if there was none.
    package let publication: Publication?

    init(_ tables: some RegisterTables) throws {
        let counts = try tables.counts()
        rows = counts.reduce(0) { $0 + $1.issued }
        cancelled = counts.reduce(0) { $0 + $1.revoked }
        publication = try tables.publication()
    }
}
