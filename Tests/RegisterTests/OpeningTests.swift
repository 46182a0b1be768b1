import Foundation
import Register
import TestSupport
import Testing

struct OpeningTests {
    @Test func makesAFileThatOnlyItsOwnerReads() throws {
        let fixture = Fixture()
        let (register, isNew) = try ProofRegister.openOrCreate(fixture.path)
        #expect(isNew)
        try register.add([Fixture.row(1)], today: Fixture.today)
        for name in fixture.folder.names {
            let file = try FileManager.default.attributesOfItem(atPath: fixture.folder.file(name))
            #expect(file[.posixPermissions] as? Int == 0o600, "\(name)")
        }
        #expect(try !ProofRegister.openOrCreate(fixture.path).isNew)
    }

    /// With its journal, which SQLite makes beside it, and which is there while it is open.
    @Test(.enabled(if: geteuid() == 0)) func whatRootDoesInItIsOfTheOwnerOfTheFolder() throws {
        let fixture = Fixture()
        #expect(unsafe chown(fixture.folder.path, 64_123, 64_123) == 0)
        let register = try ProofRegister(creating: fixture.path)
        try register.add([Fixture.row(1)], today: Fixture.today)
        #expect(fixture.folder.names.count == 3)
        for name in fixture.folder.names {
            let file = try FileManager.default.attributesOfItem(atPath: fixture.folder.file(name))
            #expect(file[.ownerAccountID] as? Int == 64_123, "\(name)")
        }
    }

    @Test func opensNothingThatIsMissing() {
        let fixture = Fixture()
        #expect(throws: RegisterFault.notFound(path: fixture.path)) {
            try ProofRegister(opening: fixture.path)
        }
        #expect(fixture.folder.names.isEmpty)
    }

    @Test func makesNothingWhereSomethingIs() throws {
        let fixture = Fixture()
        fixture.folder.write(Array("a letter".utf8), as: "register.db")
        #expect(throws: RegisterFault.exists(path: fixture.path)) {
            try ProofRegister(creating: fixture.path)
        }
        #expect(fixture.contents == Array("a letter".utf8))
    }

    @Test(arguments: ["a letter that is long enough to be looked at as a header, and more", "x"])
    func refusesOtherFiles(_ content: String) {
        let fixture = Fixture()
        let bytes = Array(String(repeating: content, count: 64).utf8)
        fixture.folder.write(bytes, as: "register.db")
        #expect(throws: RegisterFault.notARegister(path: fixture.path)) {
            try ProofRegister(opening: fixture.path)
        }
        #expect(fixture.contents == bytes)
    }

    @Test func refusesAFolder() {
        let fixture = Fixture()
        #expect(throws: RegisterFault.notARegister(path: fixture.folder.path)) {
            try ProofRegister(opening: fixture.folder.path)
        }
    }

    @Test func refusesALaterVersion() throws {
        let fixture = Fixture()
        do { _ = try fixture.filled(1) }
        // user_version is at offset 60 of an SQLite file, big-endian.
        var bytes = try #require(fixture.contents)
        #expect(Array(bytes[60..<64]) == [0, 0, 0, 1])
        bytes[63] = 2
        fixture.folder.write(bytes, as: "register.db")
        #expect(throws: RegisterFault.newer(path: fixture.path, version: 2)) {
            try ProofRegister(opening: fixture.path)
        }
    }

    @Test func refusesAnotherProgramsDatabase() throws {
        let fixture = Fixture()
        do { _ = try fixture.filled(1) }
        // application_id, at offset 68.
        var bytes = try #require(fixture.contents)
        bytes[68] ^= 1
        fixture.folder.write(bytes, as: "register.db")
        #expect(throws: RegisterFault.notARegister(path: fixture.path)) {
            try ProofRegister(opening: fixture.path)
        }
    }

    @Test func finishesARegisterWhoseMakerDied() throws {
        let fixture = Fixture()
        fixture.folder.write([], as: "register.db")
        let register = try ProofRegister(opening: fixture.path)
        try register.add([Fixture.row(1)], today: Fixture.today)
        #expect(try register.counts().map(\.issued) == [1])
    }
}
