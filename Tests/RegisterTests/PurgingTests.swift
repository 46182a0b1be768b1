import Foundation
import Proofs
import Register
import TestSupport
import Testing

struct PurgingTests {
    /// Issued on 20 August and 19, 20, 21 November.
    private func register(_ fixture: Fixture) throws -> ProofRegister {
        let register = try fixture.open()
        let days = [(2026, 8, 20), (2026, 11, 19), (2026, 11, 20), (2026, 11, 21)]
        for (number, day) in days.enumerated() {
            let day = Sample.day(day.0, day.1, day.2)
            try register.add([Fixture.row(number, on: day)], today: Fixture.today)
        }
        return register
    }

    private func left(_ register: ProofRegister) throws -> [String] {
        try register.counts().map(\.day.description)
    }

    @Test(arguments: RegisterKind.all)
    func removesADayWhenItsThreeMonthsAreOver(_ kind: RegisterKind) throws {
        let fixture = Fixture(kind)
        let register = try register(fixture)
        let end = Sample.day(2026, 11, 20).start.adding(hours: 12)
        let before = try register.purge(clock: Instant(seconds: end.seconds - 1))
        #expect(before?.removed == 0)
        let after = try register.purge(clock: end)
        #expect(after?.removed == 1)
        #expect(after?.isHeldBack == false)
        #expect(try left(register) == ["2026-11-19", "2026-11-20", "2026-11-21"])
    }

    @Test(arguments: [2027, 2036, 2099, 2149], RegisterKind.all)
    func aClockFarAheadRemovesNothingThatCanBeUsed(_ year: Int, _ kind: RegisterKind) throws {
        let fixture = Fixture(kind)
        let register = try register(fixture)
        let purge = try #require(try register.purge(clock: Sample.day(year, 6, 1).start))
        #expect(purge.isHeldBack)
        #expect(purge.horizon == Sample.day(2026, 11, 28).start)
        #expect(try left(register) == ["2026-11-19", "2026-11-20", "2026-11-21"])
    }

    @Test(arguments: [0, -86_400, 1_700_000_000], RegisterKind.all)
    func aClockSetBackRemovesNothing(_ seconds: Int64, _ kind: RegisterKind) throws {
        let fixture = Fixture(kind)
        let register = try register(fixture)
        #expect(try register.purge(clock: Instant(seconds: seconds))?.removed == 0)
        #expect(try left(register).count == 4)
        // And when it is right again, all is as it should be.
        #expect(try register.purge(clock: Sample.day(2026, 11, 21).start)?.removed == 1)
    }

    @Test(arguments: RegisterKind.all) func aPublicationIsATraceToo(_ kind: RegisterKind) throws {
        let fixture = Fixture(kind)
        let register = try register(fixture)
        let day = Sample.day(2027, 2, 25)
        _ = try register.beginPublication(of: "caf", epoch: nil, sequence: nil, at: day.start)
        let purge = try register.purge(clock: day.start)
        #expect(purge?.isHeldBack == false)
        #expect(try left(register).isEmpty)
    }

    @Test(arguments: RegisterKind.all)
    func aClockFarBeyondTheLastPublicationIsDoubted(_ kind: RegisterKind) throws {
        let fixture = Fixture(kind)
        let register = try register(fixture)
        let far = Sample.day(2099, 1, 1).start
        // Nothing to compare with yet.
        try register.checkClock(far)
        let day = Fixture.today
        _ = try register.beginPublication(of: "caf", epoch: nil, sequence: nil, at: day.start)
        try register.checkClock(day.adding(days: Retention.pauseDays).start)
        #expect(throws: RegisterFault.clockFarAhead(far, publication: day.start)) {
            try register.checkClock(far)
        }
    }

    @Test(arguments: RegisterKind.all)
    func anEmptyRegisterHasNothingToPurge(_ kind: RegisterKind) throws {
        let register = try Fixture(kind).open()
        #expect(try register.purge(clock: Fixture.today.start) == nil)
    }

    @Test func nothingOfAPurgedRowStaysInTheFiles() throws {
        let fixture = Fixture()
        let old = Sample.day(2026, 8, 1)
        let register = try fixture.filled(50, on: old)
        try register.add([Fixture.row(99)], today: Fixture.today)
        #expect(try register.purge(clock: Fixture.today.start)?.removed == 50)
        for name in fixture.folder.names {
            let bytes = Data(fixture.folder.contents(of: name) ?? [])
            for number in 1...50 {
                let row = Fixture.row(number, on: old)
                #expect(bytes.range(of: Data(row.identifier.bytes)) == nil, "\(name)")
                #expect(bytes.range(of: Data(row.fingerprint.bytes)) == nil, "\(name)")
            }
        }
    }
}
