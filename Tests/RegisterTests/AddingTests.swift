import Proofs
import Register
import TestSupport
import Testing

struct AddingTests {
    @Test(arguments: RegisterKind.all)
    func keepsWhatIsNeededToCancelAndNothingElse(_ kind: RegisterKind) throws {
        let fixture = Fixture(kind)
        let register = try fixture.filled(3)
        let row = Fixture.row(2)
        #expect(try register.row(of: row.identifier) == row)
        #expect(try register.rows(of: row.reference) == [row])
        #expect(try register.row(of: Fixture.row(4).identifier) == nil)
        #expect(try register.rows(of: Fixture.row(4).reference) == [])
    }

    @Test(arguments: RegisterKind.all)
    func anotherProcessSeesItAtOnce(_ kind: RegisterKind) throws {
        let fixture = Fixture(kind)
        let first = try fixture.open()
        let second = try fixture.open()
        try first.add([Fixture.row(1)], today: Fixture.today)
        #expect(try second.row(of: Fixture.row(1).identifier) == Fixture.row(1))
    }

    @Test(arguments: RegisterKind.all)
    func anIdentifierStandsOnceWhateverTheDay(_ kind: RegisterKind) throws {
        let fixture = Fixture(kind)
        let register = try fixture.filled(1)
        let taken = Fixture.row(1)
        let again = RegisterRow(
            identifier: taken.identifier, fingerprint: Fixture.row(2).fingerprint,
            reference: taken.reference, issued: Fixture.today.adding(days: -1))
        #expect(throws: RegisterFault.identifierTaken) {
            try register.add([Fixture.row(3), again], today: Fixture.today)
        }
        // All or none.
        #expect(try register.counts().map(\.issued) == [1])
        #expect(try register.row(of: taken.identifier) == taken)
    }

    @Test(arguments: RegisterKind.all) func refusesADayToCome(_ kind: RegisterKind) throws {
        let register = try Fixture(kind).open()
        let tomorrow = Fixture.today.adding(days: 1)
        #expect(throws: RegisterFault.dayInFuture(tomorrow, today: Fixture.today)) {
            try register.add([Fixture.row(1, on: tomorrow)], today: Fixture.today)
        }
        #expect(try register.counts().isEmpty)
    }

    @Test(arguments: RegisterKind.all)
    func refusesAClosedDayAndNoOther(_ kind: RegisterKind) throws {
        let fixture = Fixture(kind)
        let register = try fixture.open()
        let yesterday = Fixture.today.adding(days: -1)
        try register.add([Fixture.row(1, on: yesterday)], today: Fixture.today)
        _ = try register.beginPublication(
            of: "caf", epoch: nil, sequence: nil, at: Fixture.today.start)
        #expect(throws: RegisterFault.dayClosed(yesterday, through: yesterday)) {
            try register.add([Fixture.row(2, on: yesterday)], today: Fixture.today)
        }
        try register.add([Fixture.row(2)], today: Fixture.today)
        #expect(try register.counts().map(\.issued) == [1, 1])
    }

    @Test(arguments: RegisterKind.all) func goesThroughADayInOneOrder(_ kind: RegisterKind) throws {
        let fixture = Fixture(kind)
        let register = try fixture.filled(40)
        try register.add(
            [Fixture.row(1, on: Fixture.today.adding(days: -1))], today: Fixture.today)
        var seen: [Fingerprint] = []
        try register.forEachIssued(on: Fixture.today) { seen.append($0) }
        #expect(seen.map(\.number) == seen.map(\.number).sorted())
        #expect(Set(seen) == Set((1...40).map { Fixture.row($0).fingerprint }))
    }
}
