import Proofs
import TestSupport
import Testing
import Wire

@testable import Lists

/// What a publisher writes is exact for everything it issued.
@Suite struct RevocationCodingTests {
    static let day = Sample.today

    static func list(
        issued: Int, revoked: Set<Int>, coding: RevocationCoding = .values
    ) throws -> RevocationList {
        try RevocationBuilder.with {
            $0.coding = coding
            $0.closed[day] = (
                issued: (0..<issued).map(RevocationBuilder.fingerprint),
                revoked: revoked.map(RevocationBuilder.fingerprint)
            )
        }.list()
    }

    @Test(
        arguments: [(1, 1), (2, 1), (3, 3), (100, 1), (1_000, 30), (5_000, 50), (500, 400)],
        [RevocationCoding.values, .filters])
    func isExactForEveryIssuedProof(_ counts: (Int, Int), coding: RevocationCoding) throws {
        let (issued, revoked) = counts
        let chosen = Set((0..<revoked).map { $0 * (issued / revoked) })
        let list = try RevocationCodingTests.list(
            issued: issued, revoked: chosen, coding: coding)
        #expect(list.content.revokedCount == revoked)
        for index in 0..<issued {
            let status = list.status(
                of: RevocationBuilder.fingerprint(index), issued: RevocationCodingTests.day)
            #expect(status == (chosen.contains(index) ? .revoked : .notRevoked))
        }
    }

    @Test func roundTripsRandomNumbers() throws {
        var generator = RunSeed.generator(70)
        for _ in 0..<300 {
            let width = Int.random(in: 1...56, using: &generator)
            let largest = (UInt64(1) << UInt64(width)) - 1
            let numbers = Set(
                (0..<Int.random(in: 1...60, using: &generator)).map { _ in
                    UInt64.random(in: 0...largest, using: &generator)
                }
            ).sorted()
            let coded = Rice.encode(numbers)
            let read = try Rice.decode(
                coded.bits.span, 0..<coded.bits.count, count: numbers.count, width: width,
                parameter: coded.parameter)
            #expect(read == numbers)
        }
    }

    @Test(arguments: [RevocationCoding.values, .filters])
    func theSameRegisterGivesTheSameBytesInWhateverOrder(coding: RevocationCoding) throws {
        let all = (0..<200).map(RevocationBuilder.fingerprint)
        let one = RevocationBuilder.with {
            $0.coding = coding
            $0.closed[RevocationCodingTests.day] = (issued: all, revoked: [all[3], all[90]])
            $0.open = [all[1], all[2]]
        }
        let other = RevocationBuilder.with {
            $0.coding = coding
            $0.closed[RevocationCodingTests.day] = (
                issued: all.reversed(), revoked: [all[90], all[3], all[90]]
            )
            $0.open = [all[2], all[1], all[2]]
        }
        #expect(try one.bytes() == other.bytes())
    }

    @Test func daysWithoutARevocationCostNothing() throws {
        let none = try RevocationBuilder().draft.payload(Practice.crypto)
        let issued = try RevocationBuilder.with {
            $0.closed[RevocationCodingTests.day] = (
                issued: [RevocationBuilder.fingerprint(1)], revoked: []
            )
        }.draft.payload(Practice.crypto)
        #expect(none == issued)
    }

    @Test func takesTheUsualWidth() {
        #expect(SeedSearch.usualWidth(issued: 1, revoked: 1) == 1)
        #expect(SeedSearch.usualWidth(issued: 2, revoked: 1) == 1)
        #expect(SeedSearch.usualWidth(issued: 3, revoked: 1) == 2)
        #expect(SeedSearch.usualWidth(issued: 4, revoked: 1) == 2)
        #expect(SeedSearch.usualWidth(issued: 10_000, revoked: 100) == 20)
        #expect(SeedSearch.usualWidth(issued: .max, revoked: .max) > Limits.revocationWidth)
    }

    /// A hash of which every seed collides until one bit more is kept.
    struct Stubborn: Hashing {
        let freed: Int

        func sha256(_ bytes: borrowing Span<UInt8>) -> Digest {
            let isFirst = bytes[bytes.count - 1] == 1
            var value = [UInt8](repeating: 0, count: 32)
            if isFirst { value[freed / 8] = 0x80 >> UInt8(freed % 8) }
            guard let digest = Digest(value) else { preconditionFailure("32 bytes") }
            return digest
        }
    }

    @Test func widensWhenAllSeedsCollide() throws {
        let proofs = [1, 2].map { UInt8($0) }.map {
            Fingerprint([UInt8](repeating: $0, count: 16))
        }.compactMap { $0 }
        let search = SeedSearch(
            day: RevocationCodingTests.day, issued: proofs.map(\.number),
            revoked: [proofs[0].number])
        let choice = try search.first(Stubborn(freed: 3))
        #expect(choice.width == 4)
        #expect(choice.seed == 0)
        #expect(throws: RevocationDraftFault.noSeed(RevocationCodingTests.day)) {
            try search.first(Stubborn(freed: 60))
        }
    }

    @Test func refusesWhatCannotBePublished() throws {
        let code = { (change: (inout RevocationBuilder) -> Void) -> RevocationDraftFault? in
            do {
                _ = try RevocationBuilder.with(change).draft.payload(Practice.crypto)
                return nil
            } catch { return error as? RevocationDraftFault }
        }
        #expect(code { $0.identifier = "CAF" } == .identifierForm)
        #expect(code { $0.warnAfter = $0.issued } == .dateOrder)
        #expect(code { $0.lastClosedDay = Sample.day(2026, 11, 3) } == .dayOrder)
        #expect(code { $0.firstDay = Sample.day(2026, 11, 4) } == .dayOrder)
        #expect(code { $0.firstDay = Sample.day(2026, 6, 27) } == .tooManyDays)
        #expect(code { $0.firstDay = Sample.day(2026, 6, 28) } == nil)
        #expect(
            code { $0.closed[Sample.day(2026, 8, 2)] = (issued: [], revoked: []) } == .dayOrder)
        #expect(
            code {
                $0.closed[Sample.today] = (
                    issued: [RevocationBuilder.fingerprint(1)],
                    revoked: [RevocationBuilder.fingerprint(2)]
                )
            } == .revokedNotIssued(Sample.today))
        #expect(
            code { $0.closed[Sample.day(2026, 11, 3)] = (issued: [], revoked: []) } == .dayOrder)
    }

    @Test func aListOfThirtyFourThousandOpenOnesIsStillRead() throws {
        let many = try RevocationBuilder.with {
            $0.open = (0..<34_000).map(RevocationBuilder.fingerprint)
        }.list()
        #expect(many.content.openCount == 34_000)
    }

    @Test func refusesAListLargerThanSixteenMebibytes() throws {
        let most = Limits.revocationListBytes - RevocationListDraft.signatureRoom
        try RevocationListDraft.checkSize(most)
        #expect(throws: RevocationDraftFault.tooLarge) {
            try RevocationListDraft.checkSize(most + 1)
        }
        // The room is enough for any signature of a list.
        let payload = [UInt8](repeating: 0, count: 70_000)
        let message = SignedMessage(
            signing: payload, kid: Practice.revoker.identifier,
            signature: try Practice.revoker.signature(for: payload))
        #expect(message.encoded.count - payload.count <= RevocationListDraft.signatureRoom)
    }

    /// One large gap among small ones is a run of ones longer than any register.
    @Test(arguments: [56, 57, 63, 64, 65, 120, 190])
    func readsALongRunOfOnes(gap: UInt64) throws {
        let numbers = Array(0..<200) + [200 + gap]
        let coded = Rice.encode(numbers)
        #expect(coded.parameter == 0)
        let read = try Rice.decode(
            coded.bits.span, 0..<coded.bits.count, count: numbers.count, width: 20, parameter: 0)
        #expect(read == numbers)
    }

    @Test func onesToTheEndAreTruncated() {
        let ones = [UInt8](repeating: 0xFF, count: 20)
        #expect(throws: DecodeError(.truncated, at: 20)) {
            try Rice.decode(ones.span, 0..<20, count: 1, width: 56, parameter: 0)
        }
    }
}
