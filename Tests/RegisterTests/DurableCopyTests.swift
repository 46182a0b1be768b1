import GRDB
import Storage
import TestSupport
import Testing

/// A copy of a database that others write to meanwhile.
struct DurableCopyTests {
    @Test func isOfTheMomentOfItsDescription() throws {
        let folder = TemporaryFolder()
        let schema = DatabaseSchema(
            application: 1, version: 1, tables: "CREATE TABLE line (number INTEGER)")
        let path = folder.file("lines.db")
        try DurableDatabase.create(path)
        let database = try DurableDatabase(opening: path, label: "lines", schema: schema)
        let other = try DurableDatabase(opening: path, label: "other", schema: schema)
        // A line comes just before each of the two counts: neither the copy nor its count may
        // be of another moment than the first count.
        let described = try database.copy(to: folder.file("copy.db")) { source in
            try other.write { try $0.execute(sql: "INSERT INTO line VALUES (1)") }
            return try Int.fetchOne(source, sql: "SELECT count(*) FROM line")
        }
        #expect(described == 1)
        let count = "SELECT count(*) FROM line"
        #expect(try database.read { try Int.fetchOne($0, sql: count) } == 2)
    }
}
