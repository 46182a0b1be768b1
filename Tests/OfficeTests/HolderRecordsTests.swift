import Issuing
import Office
import Proofs
import Register
import SigningMessages
import TestSupport
import Testing

/// What a person finds again, and nobody else.
@Suite final class HolderRecordsTests {
    private let folder = TemporaryFolder()

    private func register() throws -> ProofRegister {
        try ProofRegister.openOrCreate(folder.file("register.db")).register
    }

    private func records(
        of holder: String = HolderIdentifiersTests.holder, _ register: ProofRegister
    ) throws -> HolderRecords {
        HolderRecords(
            of: try #require(Holder(holder)), register: register,
            try HolderIdentifiersTests.secret())
    }

    /// Enters a row under the next free identifier.
    @discardableResult
    private func issue(
        _ records: HolderRecords, _ register: ProofRegister, _ kind: JustificatifKind = .health,
        on issued: Day = Sample.today, until lastDay: Day = Sample.lastDay
    ) throws -> Reference {
        let free = try records.freeIdentifiers(kind: kind, issued: issued, lastDay: lastDay)
        let identifier = try #require(free.first)
        let reference = Reference(to: identifier, Practice.crypto)
        try register.add(
            [
                RegisterRow(
                    identifier: identifier,
                    fingerprint: Fingerprint(ofSigned: identifier.bytes.span, Practice.crypto),
                    reference: reference, issued: issued)
            ], today: Sample.today)
        return reference
    }

    @Test func findsKindAndDaysOfEveryone() throws {
        let register = try register()
        let records = try records(register)
        #expect(try records.proofs(at: Sample.now).isEmpty)
        let old = try issue(
            records, register, .taxIncome, on: Sample.day(2026, 8, 20),
            until: Sample.day(2026, 11, 19))
        let two = [try issue(records, register), try issue(records, register)]
        let found = try records.proofs(at: Sample.now)
        #expect(found.count == 3)
        #expect(Set(found.prefix(2).map(\.reference)) == Set(two))
        #expect(
            found.last
                == HolderProof(
                    reference: old, kind: .taxIncome, issued: Sample.day(2026, 8, 20),
                    lastDay: Sample.day(2026, 11, 19), cancelled: nil))
    }

    @Test func findsNothingPastItsLastDay() throws {
        let register = try register()
        let records = try records(register)
        try issue(
            records, register, on: Sample.day(2026, 10, 1), until: Sample.day(2026, 10, 31))
        let end = Sample.day(2026, 11, 1).start
        #expect(try records.proofs(at: end.adding(hours: 11, minutes: 59)).count == 1)
        #expect(try records.proofs(at: end.adding(hours: 12)).isEmpty)
    }

    @Test func nobodyElseFindsThem() throws {
        let register = try register()
        let reference = try issue(try records(register), register)
        let other = try records(of: "other-sub", register)
        #expect(try other.proofs(at: Sample.now).isEmpty)
        #expect(try other.cancel(reference, at: Sample.now).isEmpty)
        #expect(try other.cancel(nil, at: Sample.now).isEmpty)
        #expect(try register.rows(of: reference).first?.revocation == nil)
    }

    @Test func cancelsOneAndLeavesTheOthers() throws {
        let register = try register()
        let records = try records(register)
        let (one, other) = (try issue(records, register), try issue(records, register))
        #expect(try records.cancel(one, at: Sample.now).map(\.cancelled) == [Sample.today])
        #expect(try register.rows(of: one).first?.revocation?.reason == .holderRequest)
        #expect(try register.rows(of: other).first?.revocation == nil)
        // Again, on a later day: it stays cancelled on the first.
        let later = Sample.now.adding(hours: 30)
        #expect(try records.cancel(one, at: later).map(\.cancelled) == [Sample.today])
    }

    @Test func cancelsAllThatAreGood() throws {
        let register = try register()
        let records = try records(register)
        let first = try issue(records, register)
        let others = [try issue(records, register), try issue(records, register, .student)]
        _ = try records.cancel(first, at: Sample.now)
        #expect(Set(try records.cancel(nil, at: Sample.now).map(\.reference)) == Set(others))
        #expect(try records.cancel(nil, at: Sample.now).isEmpty)
        #expect(try records.proofs(at: Sample.now).allSatisfy { $0.cancelled == Sample.today })
    }

    @Test func hasSixteenIdentifiersForOneKindAndItsDays() throws {
        let register = try register()
        let records = try records(register)
        for left in (0..<16).reversed() {
            try issue(records, register)
            let free = try records.freeIdentifiers(
                kind: .health, issued: Sample.today, lastDay: Sample.lastDay)
            #expect(free.count == left)
        }
        #expect(try records.proofs(at: Sample.now).count == 16)
        #expect(
            try records.freeIdentifiers(
                kind: .student, issued: Sample.today, lastDay: Sample.lastDay
            ).count == 16)
    }
}
