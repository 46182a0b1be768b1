import Foundation
import Glibc
import TestSupport
import Testing

/// The real program, killed at any instant: each arrival exactly one verdict.
struct KillTests {
    @Test(arguments: [false, true])
    func judgesEveryArrivalOnceHoweverOftenItIsKilled(withCollector: Bool) throws {
        let kills = Tier.isLong ? 250 : 10
        let files = Tier.isLong ? 1_000 : 120
        var random = RunSeed.generator(withCollector ? 41 : 42)
        let desk = try DaemonDesk()
        var dropped = 0
        for kill in 0..<kills {
            let daemon = try DaemonProcess(desk)
            let share = files * (kill + 1) / kills - dropped
            try desk.dropAllKinds(share, from: dropped)
            dropped += share
            usleep(UInt32.random(in: 1_000...120_000, using: &random))
            if withCollector { desk.collect() }
            usleep(UInt32.random(in: 0...40_000, using: &random))
            daemon.end(SIGKILL)
        }
        let daemon = try DaemonProcess(desk)
        waitUntil(seconds: 120) {
            desk.names("in").isEmpty && desk.names("work").isEmpty && isPublished(desk)
        }
        #expect(daemon.end() == 0)
        #expect(desk.wronglyJudged(files) == [])
    }

    private func isPublished(_ desk: DaemonDesk) -> Bool {
        let names = try? FileManager.default.contentsOfDirectory(atPath: desk.spool("verdicts"))
        return !(names ?? [".tmp"]).contains { $0.hasPrefix(".") }
    }

    @Test func stopsWithoutLosingWhatItHolds() throws {
        let desk = try DaemonDesk()
        desk.dropTexts(300)
        let daemon = try DaemonProcess(desk)
        waitUntil { !desk.verdicts.isEmpty }
        #expect(daemon.end() == 0)
        let next = try DaemonProcess(desk)
        waitUntil { desk.verdicts.count == 300 }
        next.end()
        #expect(desk.wronglyJudged(300) == [])
        #expect(desk.hasEvent("stopping") && desk.hasEvent("stopped"))
    }

    @Test func refusesASecondDaemonOnTheSameSpool() throws {
        let desk = try DaemonDesk()
        let first = try DaemonProcess(desk)
        waitUntil { desk.hasEvent("started") }
        let second = try Programs.run(Programs.path(of: "justificatifd"), desk.arguments())
        #expect(second.status == 78 && second.text.contains("[another-daemon]"))
        #expect(first.end() == 0)
    }
}
