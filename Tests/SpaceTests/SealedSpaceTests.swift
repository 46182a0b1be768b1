import Glibc
import Proofs
import Sodium
import Space
import TestSupport
import Testing
import Threads

/// What is kept of a person, for how long, and how much.
@Suite struct SealedSpaceTests {
    private static let today = Sample.today
    private static let words = Array("Identifiant France Travail : MARKER-1234567".utf8)

    @Test func findsWhatItKeptOfAPersonByKind() throws {
        let space = try SpaceFixture().space()
        let (one, other) = (try SpaceFixture.holder(), try SpaceFixture.holder("other"))
        let until = Sample.day(2027, 1, 1)
        let parameter = try space.keep(
            Self.words, as: .parameter, of: one, until: until, today: Self.today)
        try space.keep([1], as: .journal, of: one, until: Self.today, today: Self.today)
        #expect(
            try space.content(of: one, .parameter, today: Self.today)
                == SpaceContent(
                    entries: [
                        SpaceEntry(
                            identifier: parameter, kind: .parameter, lastDay: until,
                            bytes: Self.words)
                    ], damaged: 0))
        #expect(try space.content(of: one, .journal, today: Self.today).entries.count == 1)
        #expect(try space.content(of: one, .link, today: Self.today).entries.isEmpty)
        for kind in SpaceKind.allCases {
            let found = try space.content(of: other, kind, today: Self.today)
            #expect(found.entries.isEmpty && found.damaged == 0)
        }
    }

    @Test func isThereAgainAfterTheProgramEnded() throws {
        let fixture = SpaceFixture()
        let holder = try SpaceFixture.holder()
        try fixture.space().keep(
            Self.words, as: .link, of: holder, until: Self.today, today: Self.today)
        let found = try fixture.space().content(of: holder, .link, today: Self.today)
        #expect(found.entries.map(\.bytes) == [Self.words])
    }

    @Test func isForItsOwnerOnly() throws {
        let fixture = SpaceFixture()
        _ = try fixture.space()
        var status = stat()
        #expect(unsafe stat(fixture.path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
    }

    @Test func keepsNothingLongerThanItsKindAllows() throws {
        let space = try SpaceFixture().space()
        let holder = try SpaceFixture.holder()
        let latest: [(SpaceKind, Day)] = [
            (.parameter, Sample.day(2027, 5, 2)), (.journal, Sample.day(2027, 5, 2)),
            (.link, Sample.day(2027, 2, 2)),
        ]
        for (kind, day) in latest {
            try space.keep([1], as: kind, of: holder, until: day, today: Self.today)
            for wrong in [day.adding(days: 1), Self.today.adding(days: -1)] {
                #expect(throws: SpaceFault.lastDay(wrong, latest: day)) {
                    try space.keep([1], as: kind, of: holder, until: wrong, today: Self.today)
                }
            }
        }
    }

    @Test func showsNothingPastItsLastDay() throws {
        let space = try SpaceFixture().space()
        let holder = try SpaceFixture.holder()
        let day = Sample.day(2026, 11, 30)
        try space.keep([1], as: .journal, of: holder, until: day, today: Self.today)
        #expect(try space.content(of: holder, .journal, today: day).entries.count == 1)
        let after = try space.content(of: holder, .journal, today: day.adding(days: 1))
        #expect(after.entries.isEmpty)
    }

    @Test func keepsSoManyOfAPersonAndSoMuch() throws {
        let space = try SpaceFixture().space()
        let holder = try SpaceFixture.holder()
        var last: EntryIdentifier?
        for _ in 0..<SpaceKind.parameter.greatestCount {
            last = try space.keep(
                [1], as: .parameter, of: holder, until: Self.today, today: Self.today)
        }
        #expect(throws: SpaceFault.tooManyEntries(.parameter, limit: 20)) {
            try space.keep([1], as: .parameter, of: holder, until: Self.today, today: Self.today)
        }
        // In the place of another there is room, and others are not concerned.
        try space.keep(
            [2], as: .parameter, of: holder, until: Self.today, today: Self.today,
            replacing: last)
        try space.keep(
            [1], as: .parameter, of: SpaceFixture.holder("other"), until: Self.today,
            today: Self.today)
        #expect(try space.content(of: holder, .parameter, today: Self.today).entries.count == 20)
        let large = [UInt8](repeating: 7, count: SealedSpace.entryBytes)
        try space.keep(large, as: .link, of: holder, until: Self.today, today: Self.today)
        #expect(throws: SpaceFault.entryTooLarge(limit: 65_536)) {
            try space.keep(
                large + [7], as: .link, of: holder, until: Self.today, today: Self.today)
        }
    }

    @Test func changesOneAfterTheOtherWhateverComesAtOnce() async throws {
        let fixture = SpaceFixture()
        let holder = try SpaceFixture.holder()
        // As two programs: each has connections of its own.
        let spaces = [try fixture.space(), try fixture.space()]
        let threads = BlockingThreads(limit: 8)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                group.addTask {
                    try await threads.run { () throws(SpaceFault) in
                        try spaces[number % 2].change(.link, of: holder, today: Self.today) {
                            let (old, count) = ($0.first, $0.first?.bytes.first ?? 0)
                            return SpaceChange(
                                [count + 1], until: Self.today, replacing: old?.identifier)
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let found = try spaces[0].content(of: holder, .link, today: Self.today)
        #expect(found.entries.map(\.bytes) == [[40]])
    }

    @Test func aChangeThatChoosesNothingOrTooMuchChangesNothing() throws {
        let space = try SpaceFixture().space()
        let holder = try SpaceFixture.holder()
        try space.keep([1], as: .link, of: holder, until: Self.today, today: Self.today)
        let before = try space.content(of: holder, .link, today: Self.today)
        try space.change(.link, of: holder, today: Self.today) { _ in nil }
        let late = Sample.day(2027, 2, 3)
        #expect(throws: SpaceFault.lastDay(late, latest: Sample.day(2027, 2, 2))) {
            try space.change(.link, of: holder, today: Self.today) {
                SpaceChange([2], until: late, replacing: $0.first?.identifier)
            }
        }
        #expect(try space.content(of: holder, .link, today: Self.today) == before)
    }

    @Test func hasTheColumnsOfSpecAndNoOther() throws {
        let fixture = SpaceFixture()
        _ = try fixture.space()
        #expect(
            fixture.query("SELECT name FROM pragma_table_info('entry')")
                == ["holder", "id", "kind", "last_day", "sealed"])
        #expect(fixture.query("PRAGMA application_id") == ["\(0x4A53_7063)"])
        #expect(fixture.query("PRAGMA user_version") == ["1"])
    }

    @Test func refusesWhatIsNoSpace() throws {
        let fixture = SpaceFixture()
        fixture.folder.write(Array("not a database, but long enough".utf8), as: "space.db")
        #expect(throws: SpaceFault.notASpace(path: fixture.path)) { try fixture.space() }
        let newer = SpaceFixture()
        _ = try newer.space()
        _ = newer.query("PRAGMA user_version = 2")
        #expect(throws: SpaceFault.newer(path: newer.path, version: 2)) { try newer.space() }
        let foreign = SpaceFixture()
        _ = foreign.query("CREATE TABLE a (b)")
        #expect(throws: SpaceFault.notASpace(path: foreign.path)) { try foreign.space() }
        let nowhere = "/nowhere/space.db"
        #expect(throws: SpaceFault.self) {
            try SealedSpace(at: nowhere, SpaceFixture.secret(), Practice.crypto)
        }
    }
}
