import Files
import ListFiles
import Lists
import Proofs
import TestSupport
import Testing

/// The time that was seen: written down sparingly, never believed too far, and mended by hand.
@Suite struct AdoptionClockTests {
    /// A folder with a trust list issued on 1 October 2026 that refuses from 1 January 2028.
    static func place() throws -> (folder: ListsFolder, owner: TemporaryFolderBox) {
        let owner = TemporaryFolderBox()
        let folder = ListsFolder("\(owner.folder.path)/lists")
        try folder.pin(AdoptionFolderTests.roots, Practice.crypto)
        _ = try folder.install(
            [ListOffer(name: "trust", bytes: AdoptionFolderTests.trust())],
            roots: AdoptionFolderTests.roots, at: AdoptionFolderTests.now, Practice.crypto)
        return (folder, owner)
    }

    final class TemporaryFolderBox {
        let folder = TemporaryFolder()
    }

    static func see(_ now: Instant, _ folder: ListsFolder) throws -> Bool {
        let lists = try folder.load(roots: AdoptionFolderTests.roots, Practice.crypto)
        folder.observe(now, lists)
        let health = ListsHealth(lists, at: now)
        return health.isClockSuspect
    }

    @Test func aClockSetBackIsSuspect() throws {
        let (folder, owner) = try AdoptionClockTests.place()
        let now = AdoptionFolderTests.now
        #expect(try !AdoptionClockTests.see(now, folder))
        #expect(folder.observed() == now)
        #expect(try !AdoptionClockTests.see(now.adding(hours: -2), folder))
        #expect(try AdoptionClockTests.see(now.adding(hours: -24), folder))
        #expect(try AdoptionClockTests.see(Instant(seconds: 0), folder))
        #expect(folder.observed() == now)
        #expect(try !AdoptionClockTests.see(now, folder))
        withExtendedLifetime(owner) {}
    }

    @Test func aClockPastEveryDateDoesNoHarm() throws {
        let (folder, owner) = try AdoptionClockTests.place()
        let now = AdoptionFolderTests.now
        _ = try AdoptionClockTests.see(now, folder)
        _ = try AdoptionClockTests.see(Sample.day(2036, 1, 1).start, folder)
        #expect(folder.observed() == now)
        #expect(try !AdoptionClockTests.see(now, folder))
        withExtendedLifetime(owner) {}
    }

    @Test func aClockAYearAheadIsMendedByHandOnly() throws {
        let (folder, owner) = try AdoptionClockTests.place()
        let now = AdoptionFolderTests.now
        _ = try AdoptionClockTests.see(Sample.day(2027, 11, 3).start, folder)
        #expect(try AdoptionClockTests.see(now, folder))
        try folder.acceptNow(now, signedFloor: Sample.day(2026, 10, 1).start)
        #expect(folder.observed() == now)
        #expect(try !AdoptionClockTests.see(now, folder))
        let log = owner.folder.contents(of: "lists/clock.log") ?? []
        #expect(String(decoding: log, as: UTF8.self).contains("2027-11-03T00:00:00Z"))
    }

    @Test func acceptingNeverGoesBelowTheSignedFloor() throws {
        let (folder, owner) = try AdoptionClockTests.place()
        let floor = Sample.day(2026, 10, 1).start
        try folder.acceptNow(Instant(seconds: 0), signedFloor: floor)
        #expect(folder.observed() == floor)
        #expect(try AdoptionClockTests.see(Instant(seconds: 0), folder))
        withExtendedLifetime(owner) {}
    }

    @Test func writesOnceAnHourAtMost() throws {
        let (folder, owner) = try AdoptionClockTests.place()
        let now = AdoptionFolderTests.now
        _ = try AdoptionClockTests.see(now, folder)
        _ = try AdoptionClockTests.see(now.adding(minutes: 59), folder)
        #expect(folder.observed() == now)
        _ = try AdoptionClockTests.see(now.adding(minutes: 60), folder)
        #expect(folder.observed() == now.adding(minutes: 60))
        withExtendedLifetime(owner) {}
    }

    @Test func aDamagedClockFileLeavesTheSignedFloor() throws {
        let (folder, owner) = try AdoptionClockTests.place()
        try FileWriting.write(
            Array("{".utf8), to: "\(folder.path)/clock.json", existing: .replace)
        #expect(folder.observed() == nil)
        #expect(try !AdoptionClockTests.see(AdoptionFolderTests.now, folder))
        withExtendedLifetime(owner) {}
    }
}
