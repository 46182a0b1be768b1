import Explaining
import Issuing
import Proofs
import Testing

/// Spec/issuing.md, "Predicates": amounts, parts and brackets of a published scale.
struct AmountPredicateTests {
    private func value(
        _ label: ClaimLabel, _ bound: UInt64? = nil, of facts: Facts, scale: Scale? = nil
    ) throws -> ClaimValue? {
        let asked = [(label: label, bound: bound.map { Disclosure.Bound.number($0) })]
        return try Fixtures.claims(facts, asked, scale: scale ?? Fixtures.scale())[label]
    }

    @Test func aCeilingHoldsAtItsVeryValue() throws {
        let facts = Fixtures.quotientFamilial(742)
        #expect(try value(.qfAtMost, 742, of: facts) == .number(742))
        #expect(throws: IssuingRefusal.predicateFalse(.qfAtMost)) {
            try value(.qfAtMost, 742, of: Fixtures.quotientFamilial(743))
        }
        #expect(try value(.rfrAtMost, 28_640, of: Fixtures.tax()) == .number(28_640))
        #expect(throws: IssuingRefusal.predicateFalse(.rfrAtMost)) {
            try value(.rfrAtMost, 28_639, of: Fixtures.tax())
        }
    }

    @Test func withoutABoundTheTightestTrueThresholdIsStated() throws {
        #expect(try value(.qfAtMost, of: Fixtures.quotientFamilial(1)) == .number(400))
        #expect(try value(.qfAtMost, of: Fixtures.quotientFamilial(401)) == .number(742))
        #expect(try value(.qfAtMost, of: Fixtures.quotientFamilial(743)) == .number(800))
        #expect(throws: IssuingRefusal.predicateFalse(.qfAtMost)) {
            try value(.qfAtMost, of: Fixtures.quotientFamilial(801))
        }
        let parts = { (parts: UInt64) in Fixtures.tax(parts: parts) }
        #expect(try value(.householdPartsAtLeast, of: parts(349)) == .number(300))
        #expect(try value(.householdPartsAtLeast, of: parts(350)) == .number(350))
        #expect(throws: IssuingRefusal.predicateFalse(.householdPartsAtLeast)) {
            try value(.householdPartsAtLeast, of: parts(249))
        }
    }

    @Test func aFreeBoundIsRefusedWithThePublishedOnes() throws {
        #expect(throws: IssuingRefusal.notInScale(.qfAtMost, [400, 742, 800])) {
            try value(.qfAtMost, 799, of: Fixtures.quotientFamilial())
        }
        #expect(
            IssuingRefusal.notInScale(.qfAtMost, [400, 742]).explanation.english
                == "qf_at_most: the bound is not in the scale; choose one of 400, 742")
    }

    @Test(arguments: [ClaimLabel.qfAtMost, .qfBracket, .tariffBracket])
    func aPredicateNeedsAScaleThatSpeaksOfIt(_ label: ClaimLabel) throws {
        #expect(throws: IssuingRefusal.scaleMissing(label)) {
            try Fixtures.claims(Fixtures.quotientFamilial(), [(label, nil)])
        }
        let other = try Scale(
            identifier: "autre", title: nil, thresholds: [.rfrAtMost: [1]], brackets: [])
        #expect(throws: IssuingRefusal.scaleMissing(label)) {
            try Fixtures.claims(Fixtures.quotientFamilial(), [(label, nil)], scale: other)
        }
    }

    /// 28640 / 3 = 9546.66…: neither rounding down nor up may decide.
    @Test func perPartIsComparedExactly() throws {
        #expect(try value(.rfrPerPartAtMost, of: Fixtures.tax()) == .number(9_547))
        #expect(throws: IssuingRefusal.predicateFalse(.rfrPerPartAtMost)) {
            try value(.rfrPerPartAtMost, 9_546, of: Fixtures.tax())
        }
        let exact = Fixtures.tax(rfr: 28_638)
        #expect(try value(.rfrPerPartAtMost, 9_546, of: exact) == .number(9_546))
    }

    @Test func perPartDoesNotOverflow() throws {
        let scale = try Scale(
            identifier: "grand", title: nil, thresholds: [.rfrPerPartAtMost: [greatestAmount]],
            brackets: [])
        let huge = Fixtures.tax(rfr: .max, parts: 9_999)
        #expect(throws: IssuingRefusal.predicateFalse(.rfrPerPartAtMost)) {
            try value(.rfrPerPartAtMost, of: huge, scale: scale)
        }
        let greatest = Fixtures.tax(rfr: greatestAmount, parts: 100)
        #expect(try value(.rfrPerPartAtMost, of: greatest, scale: scale) == .number(greatestAmount))
    }

    @Test func perPartNeedsThePartsAndDoesNotDiscloseThem() throws {
        #expect(throws: IssuingRefusal.factMissing(.taxParts)) {
            try value(.rfrPerPartAtMost, of: Fixtures.tax(parts: nil))
        }
        let claims = try Fixtures.claims(
            Fixtures.tax(), [(.rfrPerPartAtMost, nil)], scale: Fixtures.scale())
        #expect(claims.labels.filter { $0.block != nil } == [.incomeYear, .rfrPerPartAtMost])
    }

    @Test(
        arguments: [
            (100, 1, 100, 400), (399, 1, 100, 400), (400, 2, 400, 742), (741, 2, 400, 742),
            (742, 3, 742, 800), (800, 4, 800, nil), (99_999, 4, 800, nil),
        ] as [(UInt64, UInt64, UInt64, UInt64?)])
    func aBracketHoldsItsLowerBoundAndNotItsUpper(
        _ qf: UInt64, _ number: UInt64, _ lower: UInt64, _ upper: UInt64?
    ) throws {
        let facts = Fixtures.quotientFamilial(qf)
        #expect(try value(.qfBracket, of: facts) == .bracket(lower: lower, upper: upper))
        #expect(
            try value(.tariffBracket, of: facts) == .tariff(grid: "exemple-2026", bracket: number))
    }

    @Test func belowTheFirstBracketNothingIsStated() {
        #expect(throws: IssuingRefusal.predicateFalse(.qfBracket)) {
            try value(.qfBracket, of: Fixtures.quotientFamilial(99))
        }
    }

    /// A body that knows of none may send 0, and 0 makes every bound true.
    @Test(arguments: [ClaimLabel.qf, .qfAtMost, .qfBracket, .tariffBracket])
    func refusesAQuotientFamilialOfZeroUntilItIsConfirmed(_ label: ClaimLabel) throws {
        let facts = Fixtures.quotientFamilial(0)
        #expect(throws: IssuingRefusal.zeroNotConfirmed) {
            try Fixtures.evidence(facts, [(label, nil)], scale: Fixtures.scale())
        }
        let scale = try Scale(
            identifier: "zero", title: nil, thresholds: [.qfAtMost: [400]], brackets: [0, 400])
        let claims = try Fixtures.evidence(
            facts, [(label, nil)], scale: scale, confirmsZero: true
        ).claims
        #expect(claims[label] != nil)
        _ = try Fixtures.evidence(facts, [(.children, nil)])
    }
}
