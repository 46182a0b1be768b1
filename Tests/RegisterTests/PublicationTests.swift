import Proofs
import Register
import TestSupport
import Testing

/// The steps of a publication, stopped wherever a process can die.
struct PublicationTests {
    private let noon = Fixture.today.start.adding(hours: 12)
    private let one = [UInt8](repeating: 1, count: 32)
    private let two = [UInt8](repeating: 2, count: 32)

    private func begin(
        _ register: ProofRegister, _ instant: Instant? = nil, epoch: UInt64? = nil,
        sequence: UInt64? = nil, list: String = "caf"
    ) throws -> Publication {
        try register.beginPublication(
            of: list, epoch: epoch, sequence: sequence, at: instant ?? noon)
    }

    @Test(arguments: RegisterKind.all)
    func closesTheDaysBeforeAndCounts(_ kind: RegisterKind) throws {
        let register = try Fixture(kind).filled(1)
        #expect(try register.lastPublication() == nil)
        let first = try begin(register)
        #expect(first.epoch == 1)
        #expect(first.sequence == 1)
        #expect(first.closedThrough == Fixture.today.adding(days: -1))
        #expect(try register.confirm(first, digest: one) == .release)
        let second = try begin(register, noon.adding(minutes: 1))
        #expect(second.sequence == 2)
    }

    @Test(arguments: RegisterKind.all)
    func theSameInstantGivesTheSameNumber(_ kind: RegisterKind) throws {
        let register = try Fixture(kind).filled(1)
        let first = try begin(register)
        #expect(try register.confirm(first, digest: one) == .release)
        let again = try begin(register)
        #expect(again.sequence == first.sequence)
        #expect(try register.confirm(again, digest: one) == .release)
    }

    @Test(arguments: RegisterKind.all)
    func theSameInstantWithSomethingCancelledSinceIsANewNumber(_ kind: RegisterKind) throws {
        let register = try Fixture(kind).filled(2)
        #expect(try register.confirm(begin(register), digest: one) == .release)
        _ = try register.revoke(Fixture.row(1).identifier, on: Fixture.today, .unspecified)
        #expect(try begin(register).sequence == 2)
    }

    @Test(arguments: RegisterKind.all)
    func oneNumberNeverSaysTwoThings(_ kind: RegisterKind) throws {
        let register = try Fixture(kind).filled(1)
        #expect(try register.confirm(begin(register), digest: one) == .release)
        let again = try begin(register)
        guard case .makeAgain(let next) = try register.confirm(again, digest: two) else {
            Issue.record("released other content under the same number")
            return
        }
        #expect(next.sequence == 2)
        #expect(try register.confirm(next, digest: two) == .release)
    }

    @Test(arguments: RegisterKind.all)
    func aPublicationThatDiedGivesItsNumberToTheNext(_ kind: RegisterKind) throws {
        let register = try Fixture(kind).filled(1)
        let died = try begin(register)
        let next = try begin(register, noon.adding(hours: 1))
        #expect(next.sequence == died.sequence)
        // Should it live after all, it must not release what it made.
        #expect(throws: PublicationRefusal.overtaken) {
            try register.confirm(died, digest: one)
        }
        #expect(try register.confirm(next, digest: two) == .release)
    }

    @Test(arguments: RegisterKind.all)
    func holdsWhatWasCancelledBeforeItBeganAndNothingLater(_ kind: RegisterKind) throws {
        let register = try Fixture(kind).filled(3)
        _ = try register.revoke(Fixture.row(1).identifier, on: Fixture.today, .unspecified)
        _ = try begin(register)
        _ = try register.revoke(Fixture.row(2).identifier, on: Fixture.today, .unspecified)
        let announced = try register.announced(from: Fixture.today)
        #expect(announced == [Fixture.today: [Fixture.row(1).fingerprint]])
        #expect(try register.counts().map(\.announced) == [1])
        #expect(try register.counts().map(\.revoked) == [2])
    }

    @Test(arguments: RegisterKind.all) func neverGoesBack(_ kind: RegisterKind) throws {
        let register = try Fixture(kind).filled(1)
        let first = try begin(register, epoch: 3)
        #expect(try register.confirm(first, digest: one) == .release)
        #expect(throws: PublicationRefusal.earlierInstant(noon)) {
            try begin(register, noon.adding(minutes: -1))
        }
        #expect(throws: PublicationRefusal.earlierEpoch(3)) { try begin(register, epoch: 2) }
        #expect(throws: PublicationRefusal.otherList("caf")) { try begin(register, list: "cnam") }
        #expect(throws: PublicationRefusal.sequenceUsed(next: 2)) {
            try begin(register, noon.adding(hours: 1), sequence: 1)
        }
        #expect(try register.lastPublication()?.sequence == 1)
        #expect(try begin(register, noon.adding(hours: 1), sequence: 40).sequence == 40)
    }

    @Test(arguments: RegisterKind.all) func aRefusalAnnouncesNothing(_ kind: RegisterKind) throws {
        let register = try Fixture(kind).filled(1)
        #expect(try register.confirm(begin(register), digest: one) == .release)
        _ = try register.revoke(Fixture.row(1).identifier, on: Fixture.today, .unspecified)
        #expect(throws: PublicationRefusal.self) { try begin(register, sequence: 1) }
        #expect(try register.restore(Fixture.row(1).identifier) == .restored)
    }

    @Test(arguments: RegisterKind.all)
    func aRaisedEpochCuresAPublicationByAWrongClock(_ kind: RegisterKind) throws {
        let register = try Fixture(kind).open()
        let wrong = try begin(register, Sample.day(2099, 1, 1).start)
        #expect(try register.confirm(wrong, digest: one) == .release)
        #expect(throws: RegisterFault.self) {
            try register.add([Fixture.row(1)], today: Fixture.today)
        }
        #expect(throws: PublicationRefusal.self) { try begin(register) }
        #expect(try begin(register, epoch: 2).sequence == 2)
        try register.add([Fixture.row(1)], today: Fixture.today)
    }
}
