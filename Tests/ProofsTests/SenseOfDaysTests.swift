import Proofs
import TestSupport
import Testing

@Suite struct SenseOfDaysTests {
    static func fault(issued: String, lastDay: String) throws -> SenseFault? {
        let (from, last) = (try #require(Day(issued)), try #require(Day(lastDay)))
        return Sample.justificatif(issued: from, lastDay: last).senseFault
    }

    /// Exclusive expiry: the last day may be the one before the same day three months later.
    @Test(arguments: [
        ("2026-11-02", "2027-02-01"), ("2026-11-30", "2027-02-27"), ("2027-11-30", "2028-02-28"),
        ("2026-08-31", "2026-11-29"), ("2026-12-31", "2027-03-30"),
    ])
    func livesThreeMonthsAndNoDayMore(issued: String, lastDay: String) throws {
        #expect(try SenseOfDaysTests.fault(issued: issued, lastDay: lastDay) == nil)
        let longer = try #require(Day(lastDay)).adding(days: 1).description
        #expect(try SenseOfDaysTests.fault(issued: issued, lastDay: longer) == .livesTooLong)
    }

    @Test func livesAtLeastTheDayOfIssue() throws {
        #expect(try SenseOfDaysTests.fault(issued: "2026-11-02", lastDay: "2026-11-02") == nil)
        #expect(
            try SenseOfDaysTests.fault(issued: "2026-11-02", lastDay: "2026-11-01")
                == .endsBeforeIssue)
        #expect(
            try SenseOfDaysTests.fault(issued: "2026-11-02", lastDay: "2026-01-01")
                == .endsBeforeIssue)
    }

    @Test func needsANameAndABirthDate() {
        var claims = Sample.claims
        claims[.familyName] = nil
        #expect(SenseTests.fault(claims) == nil)
        claims[.firstGivenName] = nil
        #expect(SenseTests.fault(claims) == .noIdentity)
        claims[.familyName] = Sample.name("TERRASSIER")
        #expect(SenseTests.fault(claims) == nil)
        claims[.birthDate] = nil
        #expect(SenseTests.fault(claims) == .noIdentity)
        var usage = Sample.claims
        usage[.familyName] = nil
        usage[.firstGivenName] = nil
        usage[.usageName] = Sample.name("DUPIN")
        #expect(SenseTests.fault(usage) == .noIdentity)
    }

    /// Issued on 2 November 2026.
    @Test(
        arguments: [
            (2026_11_02, nil), (2026_11_03, SenseFault.bornAfterIssue), (2026_11_00, nil),
            (2026_12_00, .bornAfterIssue), (2026_00_00, nil), (2027_00_00, .bornAfterIssue),
            (1850_00_00, nil),
        ] as [(UInt64, SenseFault?)])
    func isNotBornAfterTheDayOfIssue(birth: UInt64, fault: SenseFault?) {
        var claims = Sample.claims
        claims[.birthDate] = Sample.birthDate(birth)
        #expect(SenseTests.fault(claims) == fault)
    }

    /// Days, then identity, then what is missing, then what contradicts.
    @Test func findsTheEarliestRuleFirst() {
        var claims = Sample.claims
        claims[.qfAtMost] = .number(800)
        #expect(SenseTests.fault(claims) == .contradiction(.qf, .qfAtMost))
        claims[.qfMonth] = nil
        #expect(SenseTests.fault(claims) == .missing(.qfMonth, for: .qf))
        claims[.birthDate] = nil
        #expect(SenseTests.fault(claims) == .noIdentity)
        let early = Sample.justificatif(claims, lastDay: Sample.today.adding(days: -1))
        #expect(early.senseFault == .endsBeforeIssue)
    }
}
