import Foundation
import Glibc
import TestSupport
import Testing

/// Many files at once.
struct CrowdTests {
    private let count = Tier.isLong ? 20_000 : 500

    @Test func judgesACrowdThatWaited() throws {
        let desk = try DaemonDesk()
        desk.dropTexts(count)
        let daemon = try DaemonProcess(desk)
        waitUntil(seconds: 300) { desk.names("in").isEmpty && desk.names("work").isEmpty }
        #expect(daemon.end() == 0)
        #expect(desk.wronglyJudged(count) == [])
    }

    @Test func judgesACrowdThatComesWhileItRuns() throws {
        let desk = try DaemonDesk()
        let daemon = try DaemonProcess(desk)
        waitUntil { desk.hasEvent("started") }
        desk.dropTexts(count)
        waitUntil(seconds: 300) { desk.names("in").isEmpty && desk.names("work").isEmpty }
        #expect(daemon.end() == 0)
        #expect(desk.wronglyJudged(count) == [])
    }

    /// The kernel's queue holds 16,384 announcements.
    @Test(.enabled(if: Tier.isLong)) func survivesAnOverflowOfAnnouncements() throws {
        let desk = try DaemonDesk()
        let daemon = try DaemonProcess(desk)
        waitUntil { desk.hasEvent("started") }
        daemon.signal(SIGSTOP)
        desk.dropTexts(20_000)
        daemon.signal(SIGCONT)
        waitUntil(seconds: 300) { desk.names("in").isEmpty && desk.names("work").isEmpty }
        #expect(daemon.end() == 0)
        #expect(desk.hasEvent("overflow"))
        #expect(desk.wronglyJudged(20_000) == [])
    }

    @Test func worksOnWhenTheFolderIsReplaced() throws {
        let desk = try DaemonDesk()
        let daemon = try DaemonProcess(desk)
        waitUntil { desk.hasEvent("started") }
        unsafe _ = rename(desk.spool("in"), desk.spool("in-before"))
        unsafe _ = mkdir(desk.spool("in"), 0o770)
        desk.dropTexts(3)
        waitUntil { desk.verdicts.count == 3 }
        #expect(daemon.end() == 0)
        #expect(desk.wronglyJudged(3) == [])
    }
}
