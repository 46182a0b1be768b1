import Proofs
import Space
import TestSupport
import Testing
import Wire

/// What is erased is not in the file any more (Spec/space.md 3).
@Suite struct ErasingTests {
    private static let until = Sample.day(2026, 12, 31)

    private static func keep(
        _ fixture: SpaceFixture, _ kind: SpaceKind, of holder: String = "5f1c0a3bv1",
        until lastDay: Day = until, count: Int = 1
    ) throws -> [EntryIdentifier] {
        let space = try fixture.space()
        return try (0..<count).map { number in
            try space.keep(
                [UInt8](repeating: UInt8(number), count: 3_000), as: kind,
                of: SpaceFixture.holder(holder), until: lastDay, today: Sample.today)
        }
    }

    /// Beginning and end of every entry, as the file holds them.
    private static func sealed(_ fixture: SpaceFixture) -> [[UInt8]] {
        fixture.query("SELECT substr(sealed, 1, 40) FROM entry").compactMap(Hexadecimal.decode)
            + fixture.query("SELECT substr(sealed, -40) FROM entry").compactMap(Hexadecimal.decode)
    }

    private static let holderBytes = Hexadecimal.decode(
        "7878ac9d00ef80791ae7ba5b846825fdd523344784d7bca5df0f85516766a234")

    @Test func closingRemovesEverythingOfAPersonAndTheRawFileHasNone() throws {
        let fixture = SpaceFixture()
        _ = try Self.keep(fixture, .parameter, count: 2)
        _ = try Self.keep(fixture, .journal, count: 30)
        _ = try Self.keep(fixture, .link)
        let own = Self.sealed(fixture)
        _ = try Self.keep(fixture, .journal, of: "other", count: 3)
        let holder = try #require(Self.holderBytes)
        #expect(own.count == 66 && own.allSatisfy(fixture.holds) && fixture.holds(holder))
        let removed = try fixture.space().close(SpaceFixture.holder())
        #expect(removed == [.parameter: 2, .journal: 30, .link: 1])
        #expect(!own.contains(where: fixture.holds))
        #expect(!fixture.holds(holder))
        #expect(fixture.query("SELECT count(*) FROM entry") == ["3"])
        #expect(try fixture.space().close(SpaceFixture.holder()).isEmpty)
    }

    @Test func purgingRemovesWhatIsPastItsDayAndNothingElse() throws {
        let fixture = SpaceFixture()
        _ = try Self.keep(fixture, .parameter, until: Sample.day(2026, 11, 20), count: 5)
        let old = Self.sealed(fixture)
        _ = try Self.keep(fixture, .parameter, until: Sample.day(2026, 11, 21))
        #expect(try fixture.space().purge(today: Sample.day(2026, 11, 20)).isEmpty)
        #expect(old.allSatisfy(fixture.holds))
        #expect(try fixture.space().purge(today: Sample.day(2026, 11, 21)) == [.parameter: 5])
        #expect(!old.contains(where: fixture.holds))
        #expect(fixture.query("SELECT count(*) FROM entry") == ["1"])
    }

    @Test func anAdministratorCountsAndErasesWithoutTheSecret() throws {
        let fixture = SpaceFixture()
        _ = try Self.keep(fixture, .parameter, until: Sample.day(2026, 11, 20), count: 5)
        _ = try Self.keep(fixture, .journal, of: "other", until: Sample.day(2026, 11, 21))
        let old = Self.sealed(fixture)
        let space = try SealedSpace(erasing: fixture.path, Practice.crypto)
        for kind in SpaceKind.allCases {
            let found = try space.content(of: SpaceFixture.holder(), kind, today: Sample.today)
            #expect(found.entries.isEmpty, "nothing opens")
        }
        let (some, all) = (
            try space.census(through: Sample.day(2026, 11, 20)), try space.census(through: nil)
        )
        #expect(some.persons == 1 && some.entries == [.parameter: 5])
        #expect(all.persons == 2 && all.entries == [.parameter: 5, .journal: 1])
        #expect(try space.erase(through: Sample.day(2026, 11, 20)) == [.parameter: 5])
        #expect(fixture.query("SELECT kind FROM entry") == ["journal"])
        #expect(try space.erase(through: nil) == [.journal: 1])
        #expect(!old.contains(where: fixture.holds))
        let nowhere = fixture.folder.file("nowhere.db")
        #expect(throws: SpaceFault.self) { try SealedSpace(erasing: nowhere, Practice.crypto) }
        #expect(!fixture.folder.names.contains("nowhere.db"))
    }

    @Test func erasesOneAndOneKind() throws {
        let fixture = SpaceFixture()
        let (parameters, _) = (
            try Self.keep(fixture, .parameter, count: 2), try Self.keep(fixture, .link, count: 3)
        )
        let (space, holder) = (try fixture.space(), try SpaceFixture.holder())
        #expect(try !space.erase(parameters[0], of: SpaceFixture.holder("other")))
        #expect(try space.erase(parameters[0], of: holder))
        #expect(try !space.erase(parameters[0], of: holder))
        #expect(
            try space.content(of: holder, .parameter, today: Sample.today).entries.map(\.identifier)
                == [parameters[1]])
        #expect(try space.erase(.link, of: holder) == 3)
        #expect(fixture.query("SELECT kind FROM entry") == ["parameter"])
    }

    @Test func whatWasReplacedIsGoneFromTheRawFile() throws {
        let fixture = SpaceFixture()
        let old = try Self.keep(fixture, .parameter)
        let sealed = Self.sealed(fixture)
        try fixture.space().keep(
            [9], as: .parameter, of: SpaceFixture.holder(), until: Self.until,
            today: Sample.today, replacing: old.first)
        #expect(!sealed.contains(where: fixture.holds))
        #expect(fixture.query("SELECT count(*) FROM entry") == ["1"])
    }
}
