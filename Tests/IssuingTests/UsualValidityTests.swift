import Issuing
import Proofs
import Testing

/// Spec/issuing.md, "How long": last days, inclusive.
struct UsualValidityTests {
    private func claims(
        _ values: [(ClaimLabel, ClaimValue)]
    ) -> Claims {
        values.reduce(into: Claims()) { $0[$1.0] = $1.1 }
    }

    private func qf(_ month: String) throws -> Claims {
        claims([(.qf, .number(1)), (.qfMonth, .month(try #require(Month(month))))])
    }

    @Test(arguments: [
        ("2026-11", "2026-12-31"), ("2026-10", "2026-11-30"), ("2026-12", "2027-01-31"),
        ("2027-12", "2027-02-01"),
    ])
    func aQuotientFamilialLastsToTheEndOfTheMonthAfterItsOwn(
        _ month: String, _ last: String
    ) throws {
        #expect(try qf(month).usualLastDay(issued: Fixtures.today) == Day(last))
    }

    @Test func anOldQuotientFamilialIsOver() throws {
        #expect(throws: IssuingRefusal.alreadyOver) {
            try qf("2026-09").usualLastDay(issued: Fixtures.today)
        }
        #expect(
            try qf("2026-09").usualLastDay(issued: Fixtures.day("2026-10-31")) == Day("2026-11-27"))
    }

    /// A body that has not computed the month yet answers with the one before.
    @Test(
        arguments: [
            ("2026-11-02", "2026-11-30"), ("2026-11-03", "2026-11-30"),
            ("2026-11-04", "2026-12-01"),
            ("2026-11-30", "2026-12-27"), ("2026-12-01", nil),
        ] as [(String, String?)])
    func aQuotientFamilialOfTheMonthBeforeLasts28DaysAtLeast(
        _ issued: String, _ last: String?
    ) throws {
        let day = try Fixtures.day(issued)
        let found = try? qf("2026-10").usualLastDay(issued: day)
        #expect(found == last.flatMap { Day($0) })
    }

    @Test(arguments: [
        (ClaimLabel.rfr, "2026-11-02", "2027-02-01"), (.rfr, "2026-11-30", "2027-02-27"),
        (.registeredOn, "2026-11-02", "2026-12-01"), (.registeredOn, "2027-01-31", "2027-02-27"),
        (.baseRightsOpenOn, "2026-11-02", "2027-02-01"),
    ])
    func monthsEndTheDayBeforeTheSameDay(
        _ label: ClaimLabel, _ issued: String, _ last: String
    ) throws {
        let claims = claims([(label, .number(0))])
        #expect(try claims.usualLastDay(issued: Fixtures.day(issued)) == Day(last))
    }

    @Test(arguments: [("2026-11-30", "2026-11-30"), ("2027-12-31", "2027-02-01")])
    func healthEndsWithTheRights(_ until: String, _ last: String) throws {
        let facts = try Fixtures.baseRights([("2026-01-01", until)])
        let predicate = try Fixtures.evidence(facts)
        #expect(try predicate.usualLastDay(issued: Fixtures.today) == Day(last))
        let value = try Fixtures.evidence(facts, [(.baseRightsUntil, nil)])
        #expect(try value.usualLastDay(issued: Fixtures.today) == Day(last))
        #expect(try value.claims.usualLastDay(issued: Fixtures.today) == Day(last))
    }

    @Test func rightsThatEndedLeaveNoUsualValidity() throws {
        let facts = try Fixtures.baseRights([("2025-01-01", "2025-06-30")])
        let evidence = try Fixtures.evidence(
            facts, [(.baseRightsOpenOn, .day(try Fixtures.day("2025-03-01")))])
        #expect(throws: IssuingRefusal.alreadyOver) {
            try evidence.usualLastDay(issued: Fixtures.today)
        }
    }

    /// Nobody signs such claims, for they make no sense; they must not last longer for it.
    @Test func aQuotientFamilialWithoutItsMonthLastsNoLongerThanAnything() throws {
        let claims = claims([(.qf, .number(1))])
        #expect(try claims.usualLastDay(issued: Fixtures.today) == Day("2027-02-01"))
    }

    @Test func severalSubjectsLastAsLongAsTheShortest() throws {
        var claims = try qf("2026-10")
        claims[.rfr] = .number(1)
        claims[.registeredOn] = .day(Fixtures.today)
        #expect(try claims.usualLastDay(issued: Fixtures.today) == Day("2026-11-30"))
    }

    @Test func aQuotientFamilialOfALaterMonthIsRefused() throws {
        guard case .quotientFamilial(var facts) = Fixtures.quotientFamilial() else { return }
        facts.month = Month(year: 2026, month: 12)
        #expect(throws: IssuingRefusal.factInFuture(.qfMonth)) {
            try Fixtures.evidence(.quotientFamilial(facts))
        }
        let lastHour = try #require(Instant("2026-11-30T23:30:00Z"))
        _ = try Fixtures.evidence(.quotientFamilial(facts), fetchedAt: lastHour, now: lastHour)
    }
}
