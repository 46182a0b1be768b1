import Foundation
import TestSupport
import Testing

struct PublishCommandTests {
    /// One cancelled on a day that gets closed, one on a day that stays open.
    private func desk() throws -> RegisterDesk {
        let desk = try RegisterDesk()
        for number in 0..<3 { try desk.issue("old\(number)", at: "2026-11-19") }
        for number in 0..<2 { try desk.issue("new\(number)") }
        _ = try desk.revoke(desk.file("old0.txt"), desk.file("new0.txt"), options: "--yes")
        return desk
    }

    private let noon = "2026-11-21T12:00:00Z"

    @Test func saysPerDayWhatIsRevoked() throws {
        let desk = try desk()
        try desk.must(desk.publishWords(at: noon))
        let shown = try desk.show()
        #expect(shown["sequence"] == "1")
        #expect(shown["epoch"] == "1")
        #expect(shown["first day"] == "2026-08-22")
        #expect(shown["last closed day"] == "2026-11-20")
        #expect(shown["2026-11-19"]?.hasPrefix("1 revoked") == true)
        #expect(shown["later days"] == "1 revoked, 16 bytes")
        #expect(shown["total"]?.hasPrefix("2 revoked") == true)
        #expect(shown["warns from"] == "2026-12-01T12:00:00Z")
        #expect(shown["refuses from"] == "2027-01-05T12:00:00Z")
        #expect(shown["signature"] == "good")
        let stranger = try desk.run(["revocations", "show", desk.file("caf.cose")])
        #expect(stranger.text.contains("NON VÉRIFIÉE"))
    }

    /// An administrator's commands leave nothing that the nightly service cannot replace, and read
    /// what is root's alone.
    @Test(.enabled(if: geteuid() == 0 && Command.isInstalled("setpriv"), "needs root and setpriv"))
    func theServiceGoesOnAfterRoot() throws {
        let account: uid_t = 64_123
        let desk = try RegisterDesk()
        #expect(unsafe chown(desk.path, account, account) == 0)
        for name in ["rev.key", "rev.pub", "claims.json"] {
            #expect(unsafe chown(desk.file(name), account, account) == 0)
        }
        // Root issues and makes the register, and only root can read the issuer's key.
        try desk.issue()
        _ = try desk.revoke(desk.file("proof.txt"), options: "--yes")
        try desk.must(desk.publishWords(at: noon))
        try desk.must("register", "purge", "--register", desk.register)
        for name in desk.names where !name.hasPrefix("caf.k") && !name.hasPrefix("caf.p") {
            var status = stat()
            #expect(unsafe stat(desk.file(name), &status) == 0)
            #expect(status.st_uid == account, "\(name)")
        }
        let words = [
            "setpriv", "--reuid=\(account)", "--regid=\(account)", "--clear-groups",
            Command.path(of: "justificatif-issuer"),
        ]
        let later = desk.publishWords(at: "2026-11-22T12:00:00Z")
        let outcome = try Command.run("/usr/bin/env", words + later)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try desk.show()["sequence"] == "2")
    }

    @Test func theSameRegisterAndInstantGiveTheSameBytes() throws {
        let desk = try desk()
        try desk.must(desk.publishWords(at: noon))
        let first = try #require(desk.contents(of: "caf.cose"))
        try desk.must(desk.publishWords(at: noon))
        try desk.must(desk.publishWords(at: noon, out: "elsewhere.cose"))
        #expect(desk.contents(of: "caf.cose") == first)
        #expect(desk.contents(of: "elsewhere.cose") == first)
        #expect(try desk.show()["sequence"] == "1")
    }

    @Test func otherTermsAtTheSameInstantAreAnotherNumber() throws {
        let desk = try desk()
        try desk.must(desk.publishWords(at: noon))
        try desk.must(desk.publishWords(at: noon, "--warn-days", "7"))
        #expect(try desk.show()["sequence"] == "2")
    }

    @Test func filtersAreWrittenOnlyIfAskedFor() throws {
        let desk = try desk()
        try desk.must(desk.publishWords(at: noon))
        let usual = desk.contents(of: "caf.cose")
        try desk.must(desk.publishWords(at: noon, "--coding", "1"))
        #expect(desk.contents(of: "caf.cose") == usual)
        try desk.must(desk.publishWords(at: noon, "--coding", "2"))
        #expect(desk.contents(of: "caf.cose") != usual)
        #expect(try desk.show()["sequence"] == "2")
        #expect(try desk.run(desk.publishWords(at: noon, "--coding", "3")).status == 64)
    }

    @Test func closedDaysTakeNoMore() throws {
        let desk = try desk()
        try desk.must(desk.publishWords(at: noon))
        let late = try desk.run(desk.issueWords("late", at: "2026-11-20"))
        #expect(late.status == 64)
        #expect(late.errors.contains("2026-11-20"))
        #expect(desk.contents(of: "late.txt") == nil)
        try desk.issue("today")
    }

    @Test func aPublicationNeverGoesBackInTime() throws {
        let desk = try desk()
        try desk.must(desk.publishWords(at: noon))
        let published = desk.contents(of: "caf.cose")
        let back = try desk.run(desk.publishWords(at: "2026-11-21T11:59:59Z"))
        #expect(back.status == 64)
        #expect(desk.contents(of: "caf.cose") == published)
    }

    @Test func otherFilesAreNotOverwritten() throws {
        let desk = try desk()
        desk.write("a letter", as: "caf.cose")
        #expect(try desk.run(desk.publishWords(at: noon)).status == 78)
        #expect(desk.contents(of: "caf.cose") == Array("a letter".utf8))
        let words = desk.publishWords(at: noon, out: "ok.cose")
            .map { $0 == "caf" ? "other" : $0 }
        try desk.must(desk.publishWords(at: noon, out: "ok.cose"))
        #expect(try desk.run(words).status == 64)
    }

    /// A copy of the register, taken before a cancellation and a publication, is put back.
    private func restored(_ between: (RegisterDesk) throws -> Void) throws -> RegisterDesk {
        let desk = try desk()
        try desk.must(desk.publishWords(at: noon))
        let copy = try #require(desk.contents(of: "register.db"))
        try between(desk)
        let name = "register.db"
        for name in desk.names where name.hasPrefix("register.db-") {
            try FileManager.default.removeItem(atPath: desk.file(name))
        }
        #expect(FileManager.default.createFile(atPath: desk.file(name), contents: Data(copy)))
        return desk
    }

    @Test func aRestoredBackupGivesItselfAwayByItsNumber() throws {
        let desk = try restored { desk in
            try desk.must(desk.publishWords(at: "2026-11-21T13:00:00Z"))
            try desk.must(desk.publishWords(at: "2026-11-21T14:00:00Z"))
        }
        let published = try #require(desk.contents(of: "caf.cose"))
        let refused = try desk.run(desk.publishWords(at: "2026-11-21T15:00:00Z"))
        #expect(refused.status == 64)
        #expect(refused.errors.contains("--sequence 4"), "\(refused.errors)")
        #expect(desk.contents(of: "caf.cose") == published)
        try desk.must(desk.publishWords(at: "2026-11-21T16:00:00Z", "--sequence", "4"))
        #expect(try desk.show()["sequence"] == "4")
    }

    @Test(arguments: ["old1.txt", "new1.txt"])
    func aRestoredBackupForgetsNoCancellation(_ lost: String) throws {
        let desk = try restored { desk in
            _ = try desk.revoke(desk.file(lost), options: "--yes")
            try desk.must(desk.publishWords(at: "2026-11-21T13:00:00Z"))
        }
        let words = desk.publishWords(at: "2026-11-21T15:00:00Z", "--sequence", "9")
        let refused = try desk.run(words)
        #expect(refused.status == 64)
        #expect(refused.errors.contains("annul"), "\(refused.errors)")
        // By another way out, with the old file named.
        let elsewhere = desk.publishWords(
            at: "2026-11-21T15:00:00Z", "--sequence", "9", "--previous", desk.file("caf.cose"),
            out: "elsewhere.cose")
        #expect(try desk.run(elsewhere).status == 64)
        #expect(desk.contents(of: "elsewhere.cose") == nil)
        // Cancelled again, all is well.
        #expect(try desk.revoke(desk.file(lost), options: "--yes") == ["cancelled"])
        try desk.must(desk.publishWords(at: "2026-11-21T15:00:00Z", "--sequence", "9"))
        #expect(try desk.show()["total"]?.hasPrefix("3 revoked") == true)
    }

    /// To another file and without --previous: the note gives the backup away.
    @Test func aRestoredBackupIsGivenAwayByAnyWayOut() throws {
        let desk = try restored { desk in
            _ = try desk.revoke(desk.file("old1.txt"), options: "--yes")
            try desk.must(desk.publishWords(at: "2026-11-21T13:00:00Z"))
        }
        let issued = try desk.run(desk.issueWords("late"))
        #expect(issued.status == 64 && issued.errors.contains("[register-behind]"))
        #expect(desk.contents(of: "late.txt") == nil)
        let instant = "2026-11-21T15:00:00Z"
        for note in ["rev.key.caf.released.json", "register.db.released.json"] {
            let kept = try #require(desk.contents(of: note))
            try FileManager.default.removeItem(atPath: desk.file(note))
            let refused = try desk.run(desk.publishWords(at: instant, out: "elsewhere.cose"))
            #expect(refused.status == 64)
            #expect(refused.errors.contains("--forget-cancellations 2026-11-19:1"))
            #expect(desk.contents(of: "elsewhere.cose") == nil)
            desk.write(String(decoding: kept, as: UTF8.self), as: note)
        }
        try desk.must(
            desk.publishWords(
                at: instant, "--epoch", "2", "--forget-cancellations", "2026-11-19:1",
                out: "elsewhere.cose"))
        try desk.issue("today")
    }

    /// The list that counters have gives the backup away where the note went with the register.
    @Test func issuesNothingFromARegisterBehindThePublicList() throws {
        let desk = try restored { desk in
            try desk.must(desk.publishWords(at: "2026-11-21T13:00:00Z"))
        }
        try FileManager.default.removeItem(atPath: desk.file("register.db.released.json"))
        let lists = try desk.counter(with: "caf.cose")
        let refused = try desk.run(desk.issueWords("late") + ["--lists", lists])
        #expect(refused.status == 64)
        #expect(refused.errors.contains("[register-behind]"), "\(refused.errors)")
        #expect(desk.contents(of: "late.txt") == nil)
        // Once the register has gone beyond it, all is well.
        try desk.must(desk.publishWords(at: "2026-11-21T15:00:00Z", "--sequence", "9"))
        try desk.must(desk.issueWords("late") + ["--lists", lists])
    }

    @Test func expiredDaysLeave() throws {
        let desk = try desk()
        try desk.must(desk.publishWords(at: noon))
        // Three months after 19 November are over at noon on 19 February.
        try desk.must(desk.publishWords(at: "2027-02-19T11:59:59Z"))
        #expect(try desk.show()["total"]?.hasPrefix("2 revoked") == true)
        try desk.must(desk.publishWords(at: "2027-02-19T12:00:00Z"))
        #expect(try desk.show()["first day"] == "2026-11-20")
        #expect(try desk.show()["total"]?.hasPrefix("1 revoked") == true)
    }

    @Test func aKeyOfAnotherRoleIsRefused() throws {
        let desk = try desk()
        let words = desk.publishWords(at: noon)
            .map { $0 == desk.file("rev.key") ? desk.file("caf.key") : $0 }
        #expect(try desk.run(words).status == 78)
        #expect(try desk.stats()["publication"] == nil)
    }
}
