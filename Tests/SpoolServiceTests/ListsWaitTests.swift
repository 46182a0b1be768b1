import Counter
import Explaining
import Files
import Glibc
import ListFiles
import Lists
import Sodium
import SpoolFiles
import TestSupport
import Testing

@testable import SpoolService

/// A daemon that is started before it has lists (Spec/spool.md 8).
@Suite struct ListsWaitTests {
    private static func desk(
        _ folder: ServiceFolder, _ manager: ServiceManager = ServiceManager(nil),
        asking requests: () -> [SignalSource.Request] = { [] },
        _ open: () throws -> CounterDesk
    ) throws -> CounterDesk? {
        // A wait that is over at once.
        let ringing = try Bell()
        ringing.ring()
        return try ListsWait(folder.settings(), folder.context(manager))
            .desk(ringing.number, requests, open)
    }

    private static func open(_ place: String) throws -> CounterDesk {
        try CounterDesk(lists: place, SodiumCrypto())
    }

    @Test func opensAPlaceThatHasListsAtOnce() throws {
        let folder = try ServiceFolder()
        let notify = try NotifyListener(folder.path("notify"))
        let desk = try Self.desk(folder, ServiceManager(folder.path("notify"))) {
            try Self.open(folder.path("lists"))
        }
        #expect(desk?.lists.inForce.trust?.content.sequence == 7)
        #expect(folder.log.isEmpty && notify.messages.isEmpty)
        #expect(folder.text("spool/status.json") == nil)
    }

    @Test func waitsForRootsAndThenForATrustListAndSaysSo() throws {
        let folder = try ServiceFolder()
        let notify = try NotifyListener(folder.path("notify"))
        let lists = ListsFolder(folder.path("later"))
        let trust = TrustBuilder()
        unsafe _ = mkdir(lists.path, 0o700)
        var looks = 0
        let desk = try Self.desk(folder, ServiceManager(folder.path("notify"))) {
            looks += 1
            if looks == 2 { try lists.pin(trust.roots, Practice.crypto) }
            if looks == 3 {
                _ = try lists.install(
                    [ListOffer(name: "trust", bytes: trust.bytes())], roots: trust.roots,
                    at: Sample.now, Practice.crypto)
            }
            return try Self.open(lists.path)
        }
        #expect(desk?.lists.inForce.trust != nil && looks == 3)
        let place = folder.path("lists")
        #expect(
            notify.messages == [
                "READY=1\nSTATUS=waiting for lists in \(place)", "WATCHDOG=1", "WATCHDOG=1",
                "STATUS=",
            ])
        #expect(folder.log.count == 1)
        #expect(folder.log[0].contains("\"event\":\"waiting-for-lists\""))
        #expect(folder.log[0].contains("justificatif lists init, justificatif lists install"))
        #expect(folder.text("spool/status.json")?.contains("\"waiting\"") == true)
    }

    @Test func endsWithoutListsWhenItIsToStopAndNotBefore() throws {
        let folder = try ServiceFolder()
        var asked = 0
        let requests = { () -> [SignalSource.Request] in
            asked += 1
            return asked < 3 ? [.reload] : [.stop]
        }
        let desk = try Self.desk(folder, asking: requests) {
            try Self.open(folder.path("spool"))
        }
        #expect(desk == nil && asked == 3)
    }

    @Test func doesNotWaitForListsThatAreDamaged() throws {
        let folder = try ServiceFolder()
        folder.write("{", as: "lists/\(ListsFolder.stateName)")
        #expect(throws: (any Error).self) {
            try Self.desk(folder) { try Self.open(folder.path("lists")) }
        }
        #expect(folder.log.isEmpty)
    }

    @Test func waitsThoughItCannotSayInItsSpoolThatItDoes() throws {
        let folder = try ServiceFolder()
        let moved = folder.path("moved")
        unsafe _ = rename(folder.path("spool"), moved)
        let desk = try Self.desk(folder, asking: { [.stop] }) { try Self.open(moved) }
        #expect(desk == nil)
        #expect(folder.log.contains { $0.contains(#""error":"ENOENT","event":"metrics-fault""#) })
    }
}
