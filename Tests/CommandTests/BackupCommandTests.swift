import Foundation
import TestSupport
import Testing

/// `register backup` and `register restore` (Spec/register.md 5).
@Suite struct BackupCommandTests {
    private let desk: RegisterDesk
    private var backup: String { desk.file("backup.db") }

    init() throws {
        desk = try RegisterDesk()
        try desk.issue("one")
        try desk.must(desk.publishWords(at: "2026-11-22T00:20:00Z"))
        try desk.must("register", "backup", backup, "--register", desk.register)
    }

    private func restore(_ register: String, _ language: String = "fr") throws -> Outcome {
        try desk.run(["register", "restore", backup, "--register", register, "--lang", language])
    }

    @Test func aBackupIsNotReplaced() throws {
        let bytes = desk.contents(of: "backup.db")
        let again = try desk.run(["register", "backup", backup, "--register", desk.register])
        #expect(again.status == 74 && again.errors.contains("[register-exists]"))
        #expect(desk.contents(of: "backup.db") == bytes)
    }

    /// A machine that was lost: neither the register nor its note is there.
    @Test func aRestoredRegisterWithoutANoteSaysThatNothingWillNotice() throws {
        let outcome = try restore(desk.file("new.db"))
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("justificatifs : 1, annulés : 0, dernière publication n° 1"))
        #expect(outcome.errors.contains("new.db.released.json : absent, rien ne dira ce qui "))
        #expect(try restore(desk.file("new.db"), "en").errors.contains("nothing will tell"))
    }

    @Test func aRegisterThatKnowsMoreIsLeftAlone() throws {
        try desk.issue("two", at: "2026-11-23")
        let outcome = try restore(desk.register)
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("[newer-than-backup]"))
        let show = try desk.run(["register", "stats", "--register", desk.register, "--json"])
        #expect(show.text.contains("2026-11-23"))
    }

    /// The note beside the register outlives it.
    @Test func aRestoredRegisterSaysWhichReleaseItDoesNotKnowAndIssuesNothing() throws {
        try desk.issue("two", at: "2026-11-23")
        try desk.must(desk.publishWords(at: "2026-11-24T00:20:00Z"))
        try FileManager.default.moveItem(atPath: desk.register, toPath: desk.file("old.db"))
        let outcome = try restore(desk.register)
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("--sequence 3"), "\(outcome.errors)")
        let issued = try desk.run(desk.issueWords("three", at: "2026-11-25"))
        #expect(issued.status == 64 && issued.errors.contains("[register-behind]"))
    }

    @Test func nothingElseIsTakenForABackup() throws {
        desk.write("a letter, and not a short one", as: "letter.db")
        let outcome = try desk.run([
            "register", "restore", desk.file("letter.db"), "--register", desk.file("new.db"),
        ])
        #expect(outcome.status == 78 && outcome.errors.contains("[not-a-register]"))
        #expect(!desk.names.contains("new.db"))
    }
}
