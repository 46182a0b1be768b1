import Proofs
import Sodium
import Space
import TestSupport
import Testing
import Wire

/// Spec/space.md 2, on the raw file.
@Suite struct SealingTests {
    private static let words = Array("MARKER-PERSON Camille TERRASSIER".utf8)
    private static let until = Sample.day(2026, 12, 31)

    private static func kept(_ fixture: SpaceFixture, of holder: String) throws {
        try fixture.space().keep(
            words, as: .parameter, of: SpaceFixture.holder(holder), until: until,
            today: Sample.today)
    }

    private static func content(
        _ fixture: SpaceFixture, of holder: String, _ kind: SpaceKind
    ) throws -> SpaceContent {
        try fixture.space().content(
            of: SpaceFixture.holder(holder), kind, today: Sample.today)
    }

    /// Computed with Python's `hmac`.
    @Test func theHolderIsThatOfSpec() throws {
        let fixture = SpaceFixture()
        try Self.kept(fixture, of: "5f1c0a3bv1")
        let holder = "7878ac9d00ef80791ae7ba5b846825fdd523344784d7bca5df0f85516766a234"
        #expect(fixture.query("SELECT holder FROM entry") == [holder])
        #expect(Checkout.text("Spec/space.md")?.contains("| holder | `\(holder)` |") == true)
    }

    /// The key of Spec opens what was written, by libsodium called from Python.
    @Test(.enabled(if: Tool.run("/usr/bin/python3 -c 'import nacl.bindings'").status == 0))
    func anotherProgramOpensItWithTheKeyOfSpec() throws {
        let fixture = SpaceFixture()
        try Self.kept(fixture, of: "5f1c0a3bv1")
        let script = fixture.folder.write(
            Array(
                """
                import sqlite3, sys
                from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as unseal
                key = bytes.fromhex(
                    "75474760f31a344a458dc9d4f2e37339ae0d136e02997aada255fbd1d1f8aece")
                file = sqlite3.connect(sys.argv[1])
                (holder, id, kind, day, sealed), = file.execute(
                    "SELECT holder, id, kind, last_day, sealed FROM entry")
                associated = (b"justificatif/space/entry/1" + holder + id
                              + day.to_bytes(4, "big") + kind.encode())
                print(unseal(sealed[24:], associated, sealed[:24], key).decode())
                """.utf8), as: "open.py")
        let (output, _) = Tool.run("/usr/bin/python3 '\(script)' '\(fixture.path)'")
        #expect(output == String(decoding: Self.words, as: UTF8.self) + "\n")
    }

    @Test func theFileHoldsNothingOfThePerson() throws {
        let fixture = SpaceFixture()
        try Self.kept(fixture, of: "5f1c0a3bv1")
        for needle in ["MARKER", "TERRASSIER", "5f1c0a3bv1"] {
            #expect(!fixture.holds(Array(needle.utf8)), "\(needle)")
        }
        #expect(fixture.holds(Array("parameter".utf8)), "the search finds what is there")
    }

    @Test(arguments: [
        "holder = (SELECT holder FROM entry WHERE last_day = 20820)", "last_day = last_day + 1",
        "kind = 'journal'", "id = x'00000000000000000000000000000000'",
        "sealed = substr(sealed, 1, length(sealed) - 1)", "sealed = zeroblob(length(sealed))",
    ])
    func whatWasMovedOrAlteredDoesNotOpen(change: String) throws {
        let fixture = SpaceFixture()
        try Self.kept(fixture, of: "5f1c0a3bv1")
        try fixture.space().keep(
            [1], as: .parameter, of: SpaceFixture.holder("other"), until: Day(number: 20_820),
            today: Sample.today)
        _ = fixture.query("UPDATE entry SET \(change) WHERE last_day = \(Self.until.number)")
        let found = try SpaceKind.allCases.flatMap { kind in
            [
                try Self.content(fixture, of: "5f1c0a3bv1", kind),
                try Self.content(fixture, of: "other", kind),
            ]
        }
        #expect(found.map(\.damaged).reduce(0, +) == 1)
        // The entry of the other person opens all the same.
        #expect(found.flatMap(\.entries).map(\.bytes) == [[1]])
    }

    @Test func anotherSecretFindsNothing() throws {
        let fixture = SpaceFixture()
        try Self.kept(fixture, of: "5f1c0a3bv1")
        let other = try fixture.space(KeyedSecret(.space, Practice.crypto))
        let found = try other.content(
            of: SpaceFixture.holder(), .parameter, today: Sample.today)
        #expect(found.entries.isEmpty && found.damaged == 0)
    }
}
