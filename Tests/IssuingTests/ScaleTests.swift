import Explaining
import Issuing
import Proofs
import Testing

/// Spec/issuing.md, "Scales".
struct ScaleTests {
    private func scale(
        _ thresholds: [ClaimLabel: [UInt64]], brackets: [UInt64] = [], identifier: String = "a-1"
    ) throws -> Scale {
        try Scale(identifier: identifier, title: nil, thresholds: thresholds, brackets: brackets)
    }

    @Test(arguments: ["", "Cantine", "cantine 2026", ".a", String(repeating: "a", count: 33)])
    func refusesAnIdentifierThatIsNotSafeEverywhere(_ identifier: String) {
        #expect(throws: ScaleFault.identifier) {
            try scale([.qfAtMost: [1]], identifier: identifier)
        }
    }

    @Test func takesAnIdentifierAtTheLimit() throws {
        _ = try scale([.qfAtMost: [1]], identifier: String(repeating: "a", count: 32))
    }

    @Test(arguments: [[400, 400], [600, 400]] as [[UInt64]])
    func refusesThresholdsThatDoNotAscend(_ values: [UInt64]) {
        #expect(throws: ScaleFault.notAscending("qf_at_most")) { try scale([.qfAtMost: values]) }
        #expect(throws: ScaleFault.notAscending("brackets")) { try scale([:], brackets: values) }
    }

    @Test func refusesAThresholdOutOfTheRangeOfItsClaim() {
        #expect(throws: ScaleFault.outOfRange("qf_at_most")) { try scale([.qfAtMost: [100_000]]) }
        #expect(throws: ScaleFault.outOfRange("household_parts_at_least")) {
            try scale([.householdPartsAtLeast: [24]])
        }
        #expect(throws: ScaleFault.outOfRange("brackets")) { try scale([:], brackets: [100_000]) }
        #expect(throws: ScaleFault.outOfRange("qf")) { try scale([.qf: [1]]) }
    }

    @Test func refusesAScaleSoFineThatItGivesTheValueAway() throws {
        _ = try scale([.qfAtMost: Array(1...99)])
        #expect(throws: ScaleFault.tooMany("qf_at_most")) { try scale([.qfAtMost: Array(1...100)]) }
    }

    @Test func refusesAnEmptyScale() {
        #expect(throws: ScaleFault.empty) { try scale([.qfAtMost: []]) }
    }

    @Test(arguments: [
        (ScaleFault.identifier, "scale", "must be 1 to 32 of a-z 0-9 - . and not begin with a dot"),
        (.empty, "scale", "holds no threshold and no bracket"),
        (.tooMany("qf_at_most"), "qf_at_most", "has more than 99 values"),
        (
            .outOfRange("brackets"), "brackets",
            "has a value outside the range of its claim (Spec/claims.csv)"
        ),
        (
            .notAscending("rfr_at_most"), "rfr_at_most",
            "must be in ascending order, without repeats"
        ),
    ])
    func aFaultNamesTheFieldAndTheRule(_ fault: ScaleFault, _ field: String, _ message: String) {
        #expect(fault.field == field)
        #expect(fault.explanation.english == message)
    }
}
