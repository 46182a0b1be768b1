import Explaining
import Lists
import Proofs
import TestSupport
import Testing

/// A later list never cancels fewer of a day than the one in force (Spec/lists.md R9).
@Suite struct ForgottenRevocationsTests {
    private static let first = Sample.day(2026, 10, 20)
    private static let second = Sample.day(2026, 10, 30)
    private static let open = Sample.day(2026, 11, 3)

    /// Two cancelled of the first day, one of the second, one of the open ones.
    private static func list(
        _ change: (inout RevocationBuilder) -> Void = { _ in }
    ) throws -> RevocationListContent {
        try RevocationBuilder.with {
            $0.closed = [first: proofs(of: 0..<9, 0..<2), second: proofs(of: 10..<19, 10..<11)]
            $0.open = [RevocationBuilder.fingerprint(20)]
            change(&$0)
        }.list().content
    }

    private static func proofs(
        of issued: Range<Int>, _ revoked: Range<Int>
    ) -> (issued: [Fingerprint], revoked: [Fingerprint]) {
        (issued.map(RevocationBuilder.fingerprint), revoked.map(RevocationBuilder.fingerprint))
    }

    private static func forgotten(
        _ change: (inout RevocationBuilder) -> Void
    ) throws -> ForgottenRevocations? {
        try list().forgotten(by: list(change))
    }

    /// Closes the day that was open, with so many of it cancelled.
    private static func close(_ builder: inout RevocationBuilder, revoked: Int) {
        builder.issued = open.adding(days: 1).start.adding(hours: 2)
        builder.lastClosedDay = open
        builder.open = []
        builder.closed[open] = proofs(of: 20..<29, 20..<20 + revoked)
    }

    @Test func theSameOrMoreForgetsNothing() throws {
        #expect(try Self.forgotten { _ in } == nil)
        #expect(
            try Self.forgotten {
                $0.closed[Self.first] = Self.proofs(of: 0..<9, 0..<3)
                $0.open.append(RevocationBuilder.fingerprint(21))
            } == nil)
    }

    @Test func countsAreComparedWhateverTheCoding() throws {
        #expect(try Self.forgotten { $0.coding = .filters } == nil)
        let lost = try Self.forgotten {
            $0.coding = .filters
            $0.closed[Self.first] = Self.proofs(of: 0..<9, 0..<1)
        }
        #expect(lost == ForgottenRevocations(of: Self.first, held: 2, found: 1))
    }

    @Test func fewerOfAClosedDayAreForgotten() throws {
        let lost = try Self.forgotten { $0.closed[Self.first] = Self.proofs(of: 0..<9, 0..<1) }
        #expect(lost == ForgottenRevocations(of: Self.first, held: 2, found: 1))
        #expect(lost?.days.english == "of 2026-10-20")
    }

    @Test func daysDoNotMakeUpForEachOther() throws {
        let lost = try Self.forgotten {
            $0.closed[Self.first] = Self.proofs(of: 0..<9, 0..<5)
            $0.closed[Self.second] = nil
        }
        #expect(lost == ForgottenRevocations(of: Self.second, held: 1, found: 0))
    }

    @Test func aDayThatLeftTheListIsNotCompared() throws {
        let dropsFirst = { (begin: Day) in
            try Self.forgotten {
                $0.closed[Self.first] = nil
                $0.firstDay = begin
            }
        }
        #expect(try dropsFirst(Self.first.adding(days: 1)) == nil)
        #expect(try dropsFirst(Self.first)?.day == Self.first)
    }

    @Test func anOpenOneMustBeCountedOnceItsDayIsClosed() throws {
        #expect(try Self.forgotten { Self.close(&$0, revoked: 1) } == nil)
        let lost = try Self.forgotten { Self.close(&$0, revoked: 0) }
        #expect(lost == ForgottenRevocations(from: Self.open, held: 1, found: 0))
        #expect(lost?.days.english == "from 2026-11-03 on")
    }

    @Test func aDayThatIsOpenAgainIsCountedWithTheOpenOnes() throws {
        let reopened = { (open: Range<Int>) in
            try Self.forgotten {
                $0.lastClosedDay = Self.second.adding(days: -1)
                $0.closed[Self.second] = nil
                $0.open = open.map(RevocationBuilder.fingerprint)
            }
        }
        #expect(try reopened(20..<22) == nil)
        #expect(
            try reopened(20..<21) == ForgottenRevocations(from: Self.second, held: 2, found: 1))
    }

    @Test func aListThatBeginsAfterTheOpenDaysIsNotCompared() throws {
        let begins = { (begin: Day) in
            try Self.forgotten {
                Self.close(&$0, revoked: 0)
                $0.closed = [:]
                $0.issued = Self.open.adding(days: 2).start
                $0.lastClosedDay = Self.open.adding(days: 1)
                $0.firstDay = begin
            }
        }
        #expect(try begins(Self.open.adding(days: 1)) == nil)
        #expect(try begins(Self.open)?.held == 1)
    }

    @Test func isRefusedAndLeavesTheListInForce() throws {
        var post = AdoptionTests.Post()
        let held = try AdoptionTests.Post.caf(40) { $0.open = [RevocationBuilder.fingerprint(1)] }
        post.take(AdoptionTests.Post.trust(7), held)
        #expect(try post.take(AdoptionTests.Post.caf(41)) == ["forgets-revocations"])
        #expect(post.edition.revocations["caf"]?.list.content.sequence == 40)
        post.take(AdoptionTests.Post.trust(8, epoch: 2))
        #expect(try post.take(AdoptionTests.Post.caf(1, epoch: 2)) == ["adopted"])
    }
}
