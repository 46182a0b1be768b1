import Explaining
import Proofs
import Register
import TestSupport
import Testing

/// What only a register on a server can do or refuse (Spec/register.md 7).
@Suite(.enabled(if: PracticeServer.isInstalled)) struct ServerRegisterTests {
    private func fault(_ address: String) -> RegisterFault? {
        do { _ = try ProofRegister(opening: address) } catch { return error }
        return nil
    }

    @Test func isTriedWhereItIsInstalled() {
        #expect(PracticeServer.isRunning)
        #expect(RegisterKind.all == [.file, .server])
    }

    @Test(arguments: [
        "postgresql://caf:s3cret@localhost/caf", "postgres://caf@localhost/caf?password=s3cret",
        "postgresql:///caf?sslpassword=s3cret",
    ])
    func takesNoPasswordFromACommandLineAndRepeatsNone(_ address: String) throws {
        let row = try #require(fault(address)?.explanation)
        #expect(row.code == "postgresql-password")
        #expect(!row.words.french.contains("s3cret") && !row.words.english.contains("s3cret"))
    }

    @Test(arguments: [
        ("postgresql://%zz", "postgresql-address"),
        ("postgresql://caf@/caf?colour=blue", "postgresql-address"),
        ("postgresql://caf@/caf?host=/nowhere", "postgresql-unreachable"),
    ])
    func saysWhyItIsNotReached(_ address: String, _ code: String) {
        #expect(fault(address)?.code == code)
    }

    @Test func opensNothingThatIsMissingAndMakesItOnce() throws {
        let address = Fixture(.server).path
        #expect(fault(address)?.code == "register-not-found")
        let register = try ProofRegister(creating: address)
        #expect(register.path.hasPrefix("postgresql://practice@/tmp/"))
        #expect(throws: RegisterFault.exists(path: register.path)) {
            try ProofRegister(creating: address)
        }
        #expect(try !ProofRegister.openOrCreate(address).isNew)
    }

    @Test func manyMakersMakeOneRegister() async throws {
        let address = Fixture(.server).path
        let made = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<6 {
                group.addTask { try ProofRegister.openOrCreate(address).isNew }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(made == 1)
    }

    @Test func refusesTheTablesOfAnotherProgramAndOfALaterVersion() throws {
        let other = Fixture(.server).path
        _ = PracticeServer.run(
            "CREATE SCHEMA justificatif; CREATE TABLE justificatif.letters (a text)", at: other)
        #expect(fault(other)?.code == "not-a-register")
        let later = Fixture(.server)
        _ = try later.filled(1)
        _ = PracticeServer.run("UPDATE justificatif.format SET version = 2", at: later.path)
        #expect(fault(later.path)?.code == "register-newer")
    }

    @Test func aDayIsATableOfItsOwnAndGoesWithThePurge() throws {
        let fixture = Fixture(.server)
        let old = Sample.day(2026, 8, 1)
        let register = try fixture.filled(50, on: old)
        try register.add([Fixture.row(99)], today: Fixture.today)
        let tables = """
            SELECT count(*) FROM pg_inherits WHERE inhparent = 'justificatif.proof'::regclass
            """
        #expect(PracticeServer.run(tables, at: fixture.path) == "2\n")
        #expect(try register.purge(clock: Fixture.today.start)?.removed == 50)
        #expect(PracticeServer.run(tables, at: fixture.path) == "1\n")
        let names = "SELECT count(*) FROM justificatif.identifier"
        #expect(PracticeServer.run(names, at: fixture.path) == "1\n")
    }

    @Test func goesOnAfterTheServerEndedItsSessions() throws {
        let fixture = Fixture(.server)
        let register = try fixture.filled(1)
        let end = """
            SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
            """
        #expect(PracticeServer.run(end, at: fixture.path) != "0\n")
        try register.add([Fixture.row(2)], today: Fixture.today)
        #expect(try register.counts().map(\.issued) == [2])
    }

    @Test func leavesBackupsToTheServer() throws {
        let fixture = Fixture(.server)
        let register = try fixture.filled(1)
        #expect(throws: RegisterFault.onServer(path: register.path)) {
            try register.backUp(to: fixture.folder.file("backup.db"))
        }
        #expect(fixture.folder.names.isEmpty)
        let file = try Fixture().filled(1)
        try file.backUp(to: fixture.folder.file("backup.db"))
        #expect(throws: RegisterFault.onServer(path: register.path)) {
            try RegisterBackup(opening: fixture.folder.file("backup.db")).restore(into: register)
        }
    }
}
