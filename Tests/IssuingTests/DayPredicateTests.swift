import Issuing
import Proofs
import Testing

/// Spec/issuing.md, "Predicates": days on which something was so, today being 2026-11-02.
struct DayPredicateTests {
    private func day(_ label: ClaimLabel, _ text: String?, of facts: Facts) throws -> Day? {
        let bound = try text.map { Disclosure.Bound.day(try Fixtures.day($0)) }
        return try Fixtures.claims(facts, [(label, bound)]).day(label)
    }

    private func ended(_ end: String) throws -> Facts {
        Fixtures.jobSeeker(since: "2026-03-02", end: .on(try Fixtures.day(end)))
    }

    private let running = Fixtures.jobSeeker(since: "2026-03-02", end: .noneKnown)

    @Test func registeredFromTheFirstDayToTheDayOfTheAnswer() throws {
        #expect(try day(.registeredOn, nil, of: running) == Fixtures.today)
        #expect(try day(.registeredOn, "2026-03-02", of: running) == Day("2026-03-02"))
        #expect(throws: IssuingRefusal.predicateFalse(.registeredOn)) {
            try day(.registeredOn, "2026-03-01", of: running)
        }
    }

    @Test(arguments: [ClaimLabel.registeredOn, .notRegisteredOn])
    func noBodyKnowsADayAfterItsAnswer(_ label: ClaimLabel) throws {
        let facts = label == .registeredOn ? running : try ended("2026-09-30")
        #expect(try day(label, "2026-11-02", of: facts) == Fixtures.today)
        #expect(throws: IssuingRefusal.dayAfterAnswer(label)) {
            try day(label, "2026-11-03", of: facts)
        }
    }

    /// In Paris it is 00:30, and in La Réunion 03:30, on the 1st.
    @Test func theDayThatHasBegunAtTheBodyCounts() throws {
        let first = try Fixtures.day("2026-12-01")
        let night = try #require(Instant("2026-11-30T23:30:00Z"))
        func claims(
            _ facts: Facts, _ label: ClaimLabel, _ bound: Day? = nil, at now: Instant = night
        ) throws -> Claims {
            try Fixtures.evidence(
                facts, [(label, bound.map { .day($0) })], fetchedAt: now, now: now
            ).claims
        }
        let registered = Fixtures.jobSeeker(since: "2026-12-01", end: .noneKnown)
        #expect(try claims(registered, .registeredOn).day(.registeredOn) == first)
        #expect(try claims(registered, .registeredOn, first).day(.registeredOn) == first)
        #expect(try claims(registered, .registeredOn).day(.dataAsOf) == Day("2026-11-30"))
        let rights = try Fixtures.baseRights([("2026-12-01", "2027-11-30")])
        #expect(try claims(rights, .baseRightsOpenOn).day(.baseRightsOpenOn) == first)
        #expect(try claims(rights, .baseRightsUntil).day(.baseRightsFrom) == first)
        #expect(try claims(running, .registeredOn).day(.registeredOn) == Day("2026-11-30"))
        #expect(throws: IssuingRefusal.dayAfterAnswer(.registeredOn)) {
            try claims(running, .registeredOn, first.adding(days: 1))
        }
        let evening = try #require(Instant("2026-11-30T19:59:59Z"))
        #expect(throws: IssuingRefusal.predicateFalse(.registeredOn)) {
            try claims(registered, .registeredOn, at: evening)
        }
        #expect(throws: IssuingRefusal.dayAfterAnswer(.registeredOn)) {
            try claims(registered, .registeredOn, first, at: evening)
        }
    }

    @Test func theDayOfTheEndProvesNeither() throws {
        let facts = try ended("2026-09-30")
        #expect(try day(.registeredOn, "2026-09-29", of: facts) == Day("2026-09-29"))
        #expect(try day(.notRegisteredOn, "2026-10-01", of: facts) == Day("2026-10-01"))
        for label in [ClaimLabel.registeredOn, .notRegisteredOn] {
            #expect(throws: IssuingRefusal.predicateFalse(label)) {
                try day(label, "2026-09-30", of: facts)
            }
        }
    }

    @Test func anEndToComeDoesNotUndoToday() throws {
        #expect(try day(.registeredOn, nil, of: ended("2026-11-03")) == Fixtures.today)
    }

    @Test func theDaysBeforeTheLastRegistrationProveNothing() throws {
        #expect(throws: IssuingRefusal.predicateFalse(.notRegisteredOn)) {
            try day(.notRegisteredOn, "2026-03-01", of: try ended("2026-09-30"))
        }
        #expect(throws: IssuingRefusal.predicateFalse(.notRegisteredOn)) {
            try day(.notRegisteredOn, nil, of: running)
        }
    }

    @Test func anEndTheBodyDidNotSpeakOfIsNotNoEnd() {
        let untold = Fixtures.jobSeeker(since: "2026-03-02", end: nil)
        for label in [ClaimLabel.registeredOn, .registeredSince, .notRegisteredOn] {
            #expect(throws: IssuingRefusal.factMissing(.registrationEnded)) {
                try Fixtures.claims(untold, [(label, nil)])
            }
        }
    }

    @Test func aRegistrationIsStatedWithItsEnd() throws {
        let claims = try Fixtures.claims(running, [(.registeredSince, nil)])
        #expect(claims[.registrationEnded] == .noDay)
        let over = try Fixtures.claims(ended("2026-09-30"), [(.registrationCategory, nil)])
        #expect(over.day(.registrationEnded) == Day("2026-09-30"))
        #expect(over.day(.registeredSince) == Day("2026-03-02"))
    }

    @Test func baseRightsAreOpenOnTheirFirstAndLastDay() throws {
        let facts = try Fixtures.baseRights([
            ("2025-01-01", "2025-06-30"), ("2026-01-01", "2026-11-02"),
        ])
        for text in ["2025-01-01", "2025-06-30", "2026-01-01", "2026-11-02"] {
            #expect(try day(.baseRightsOpenOn, text, of: facts) == Day(text))
        }
        for text in ["2024-12-31", "2025-07-01", "2025-12-31"] {
            #expect(throws: IssuingRefusal.predicateFalse(.baseRightsOpenOn)) {
                try day(.baseRightsOpenOn, text, of: facts)
            }
        }
        let later = try Fixtures.baseRights([("2026-01-01", "2027-12-31")])
        #expect(throws: IssuingRefusal.dayAfterAnswer(.baseRightsOpenOn)) {
            try day(.baseRightsOpenOn, "2026-11-03", of: later)
        }
    }

    @Test func baseRightsAreStatedFromEndToEndOfTheRunningPeriod() throws {
        let facts = try Fixtures.baseRights([
            ("2025-01-01", "2025-06-30"), ("2026-01-01", "2026-12-31"),
            ("2026-06-01", "2027-05-31"),
        ])
        let claims = try Fixtures.claims(facts, [(.baseRightsUntil, nil)])
        #expect(claims.day(.baseRightsFrom) == Day("2026-06-01"))
        #expect(claims.day(.baseRightsUntil) == Day("2027-05-31"))
        #expect(throws: IssuingRefusal.factMissing(.baseRightsFrom)) {
            try Fixtures.claims(
                Fixtures.baseRights([("2025-01-01", "2025-06-30")]), [(.baseRightsUntil, nil)])
        }
    }

    @Test func theComplementaryCoverIsStatedOnlyWhenThere() throws {
        let facts = Fixtures.c2s(true, since: "2026-02-01")
        #expect(try day(.c2sOn, nil, of: facts) == Fixtures.today)
        #expect(try day(.c2sOn, "2026-02-01", of: facts) == Day("2026-02-01"))
        #expect(throws: IssuingRefusal.predicateFalse(.c2sOn)) {
            try day(.c2sOn, "2026-01-31", of: facts)
        }
        for label in [ClaimLabel.c2sOn, .c2s] {
            #expect(throws: IssuingRefusal.predicateFalse(label)) {
                try day(label, nil, of: Fixtures.c2s(false, since: nil))
            }
        }
        let claims = try Fixtures.claims(facts, [(.c2sSince, nil), (.c2sWithContribution, nil)])
        #expect(claims[.c2s] == .flag(true))
        #expect(claims[.c2sWithContribution] == .flag(false))
    }
}
