import Proofs
import TestSupport
import Testing
import Wire

@Suite struct ClaimReadingTests {
    static let cases: [ClaimCase] = {
        let byHand =
            ClaimCases.identity + ClaimCases.tax + ClaimCases.quotientFamilial
            + ClaimCases.jobSeeker + ClaimCases.health
        let others = ClaimLabel.allCases.filter { label in
            !byHand.contains { $0.label == label }
        }
        return (byHand + others.map { ClaimCases.ofItsKind($0) })
            .sorted { $0.label < $1.label }
    }()

    @Test func everyLabelHasItsCases() {
        #expect(ClaimReadingTests.cases.map(\.label) == ClaimLabel.allCases)
    }

    @Test(arguments: cases)
    func acceptsEachValueUpToItsLimits(claim: ClaimCase) throws {
        for (wire, value) in claim.accepted {
            let reading = try ClaimCase.read(claim.label.rawValue, wire)
            #expect(reading.justificatif.claims[claim.label] == value)
            #expect(!reading.hasUnknownClaims)
            #expect(
                reading.justificatif.payload == ClaimCase.payload(claim.label.rawValue, wire),
                "what was read is written again as the same bytes")
        }
    }

    @Test(arguments: cases)
    func refusesEachValueBeyondItsLimits(claim: ClaimCase) {
        for (wire, code) in claim.refused {
            let error = #expect(throws: DecodeError.self, "\(wire)") {
                try ClaimCase.read(claim.label.rawValue, wire)
            }
            #expect(error?.code == code, "\(wire)")
        }
    }

    @Test func tellsWhereAWrongValueStands() {
        let whole = ClaimCase.payload(64, uint(100_000))
        let place = whole.count - uint(100_000).count
        #expect(throws: DecodeError(.outOfRange, at: place)) { try Justificatif.read(whole.span) }
    }

    /// A number that a later version may give a meaning to.
    @Test(
        arguments: [
            (ClaimLabel.sex, 3), (.sex, 9), (.identityACR, 0), (.identityACR, 4),
            (.familyStatus, 0),
            (.familyStatus, 6), (.qfSource, 0), (.qfSource, 3), (.qfSource, .max),
        ] as [(ClaimLabel, UInt64)])
    func marksAnUnknownChoiceAsUnknown(label: ClaimLabel, number: UInt64) throws {
        let reading = try ClaimCase.read(label.rawValue, uint(number))
        #expect(reading.hasUnknownClaims)
        #expect(reading.justificatif.claims[label] == nil)
    }

    /// The age of the data counts back from the day of issue, not before 1970.
    @Test func doesNotDateDataBeforeTheFormat() throws {
        let issued = Day(number: 10)
        let oldest = try ClaimCase.read(11, uint(10), issued: issued).justificatif.claims
        #expect(oldest.day(.dataAsOf) == Day(number: 0))
        #expect(throws: DecodeError.self) { try ClaimCase.read(11, uint(11), issued: issued) }
    }
}
