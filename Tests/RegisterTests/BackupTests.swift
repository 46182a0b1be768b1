import Foundation
import Proofs
import Register
import TestSupport
import Testing

struct BackupTests {
    private let fixture = Fixture()

    private var backup: String { fixture.folder.file("backup.db") }

    private var saved: [UInt8]? { fixture.folder.contents(of: "backup.db") }

    private func publish(_ register: ProofRegister, on day: Day) throws {
        let publication = try register.beginPublication(
            of: "caf", epoch: nil, sequence: nil, at: day.start)
        _ = try register.confirm(publication, digest: Array(repeating: 7, count: 32))
    }

    private func cancel(_ number: Int, in register: ProofRegister) throws {
        let row = Fixture.row(number)
        _ = try register.revoke(row.identifier, on: Fixture.today, .misuse)
    }

    @Test func aBackupIsOneFileThatOnlyItsOwnerReads() throws {
        let register = try fixture.filled(40)
        try cancel(3, in: register)
        try publish(register, on: Fixture.today)
        let summary = try register.backUp(to: backup)
        #expect((summary.rows, summary.cancelled) == (40, 1))
        #expect(summary.publication?.sequence == 1)
        let file = try FileManager.default.attributesOfItem(atPath: backup)
        #expect(file[.posixPermissions] as? Int == 0o600)
        #expect(try RegisterBackup(opening: backup).summary == summary)
        #expect(fixture.folder.names.filter { $0.hasPrefix("backup") } == ["backup.db"])
    }

    @Test func replacesNoFile() throws {
        let register = try fixture.filled(1)
        fixture.folder.write(Array("a letter".utf8), as: "backup.db")
        #expect(throws: RegisterFault.exists(path: backup)) { try register.backUp(to: backup) }
        #expect(saved == Array("a letter".utf8))
    }

    @Test func leavesNothingWhereItCannotWrite() throws {
        let register = try fixture.filled(1)
        let place = fixture.folder.file("missing/backup.db")
        #expect(throws: RegisterFault.self) { try register.backUp(to: place) }
        #expect(!FileManager.default.fileExists(atPath: fixture.folder.file("missing")))
    }

    @Test func isOneMomentWhileOthersIssue() async throws {
        let register = try fixture.filled(1)
        let other = try fixture.open()
        // Two rows at a time: a backup between them would have an even number.
        let writing = Task.detached {
            for number in 1...60 {
                try other.add(
                    [Fixture.row(2 * number), Fixture.row(2 * number + 1)], today: Fixture.today)
            }
        }
        var seen: [Int] = []
        for number in 0..<6 {
            let place = fixture.folder.file("backup\(number).db")
            let summary = try register.backUp(to: place)
            #expect(try RegisterBackup(opening: place).summary == summary)
            seen.append(summary.rows)
        }
        try await writing.value
        #expect(seen.allSatisfy { $0 % 2 == 1 })
        #expect(seen == seen.sorted())
    }

    @Test func comesBackAsItWas() throws {
        let register = try fixture.filled(20)
        try cancel(5, in: register)
        try publish(register, on: Fixture.today)
        let summary = try register.backUp(to: backup)
        let place = fixture.folder.file("new.db")
        let restored = try ProofRegister.openOrCreate(place).register
        try RegisterBackup(opening: backup).restore(into: restored)
        #expect(try restored.lastPublication() == summary.publication)
        let reference = Fixture.row(5).reference
        #expect(try restored.rows(of: reference) == register.rows(of: reference))
        #expect(try restored.backUp(to: fixture.folder.file("again.db")) == summary)
    }

    @Test func takesThePlaceOfAnOlderRegister() throws {
        let old = try fixture.filled(2)
        let place = fixture.folder.file("other.db")
        try old.backUp(to: place)
        try old.add([Fixture.row(3)], today: Fixture.today)
        try old.backUp(to: backup)
        let restored = try ProofRegister(opening: place)
        try RegisterBackup(opening: backup).restore(into: restored)
        #expect(try restored.counts().map(\.issued) == [3])
    }

    @Test(
        arguments: [
            ("a row", 1, 0, nil), ("a cancellation", 0, 1, nil), ("a publication", 0, 0, 1),
        ] as [(String, Int, Int, UInt64?)])
    func refusesARegisterThatKnowsMore(
        _ what: String, rows: Int, cancellations: Int, publication: UInt64?
    ) throws {
        let register = try fixture.filled(2)
        try register.backUp(to: backup)
        if rows > 0 { try register.add([Fixture.row(3)], today: Fixture.today) }
        if cancellations > 0 { try cancel(1, in: register) }
        if publication != nil { try publish(register, on: Fixture.today) }
        let before = try register.backUp(to: fixture.folder.file("before.db"))
        #expect(
            throws: RegisterFault.newerThanBackup(
                path: fixture.path, rows: rows, cancellations: cancellations,
                publication: publication)
        ) { try RegisterBackup(opening: backup).restore(into: register) }
        #expect(try register.backUp(to: fixture.folder.file("after.db")) == before)
    }

    @Test func findsADamagedPage() throws {
        try fixture.filled(400).backUp(to: backup)
        var bytes = try #require(saved)
        // The page that the first row's table begins with, all but its head.
        for offset in 4_200..<8_000 { bytes[offset] = 0xFF }
        fixture.folder.write(bytes, as: "backup.db")
        #expect(throws: RegisterFault.self) { try RegisterBackup(opening: backup) }
    }

    @Test func takesNothingElseForABackup() throws {
        #expect(throws: RegisterFault.notFound(path: backup)) {
            try RegisterBackup(opening: backup)
        }
        fixture.folder.write(Array(repeating: 0x41, count: 4_096), as: "backup.db")
        #expect(throws: RegisterFault.notARegister(path: backup)) {
            try RegisterBackup(opening: backup)
        }
        fixture.folder.write([], as: "backup.db")
        #expect(throws: RegisterFault.notARegister(path: backup)) {
            try RegisterBackup(opening: backup)
        }
    }

    @Test func refusesABackupOfALaterVersion() throws {
        try fixture.filled(1).backUp(to: backup)
        var bytes = try #require(saved)
        bytes[63] = 2
        fixture.folder.write(bytes, as: "backup.db")
        #expect(throws: RegisterFault.newer(path: backup, version: 2)) {
            try RegisterBackup(opening: backup)
        }
    }
}
