import Issuing
import Proofs
import Testing

/// Fictional people and answers the tests of this room start from.
enum Fixtures {
    static let now = Instant(seconds: 1_793_611_800)  // 2026-11-02T09:30:00Z
    static let today = now.day

    static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    static func identity(
        family: String? = "TERRASSIER", given: GivenNames? = nil, born: String? = "1988-05-14"
    ) throws -> PivotIdentity {
        PivotIdentity(
            familyName: try family.map { try Name(normalising: $0) },
            givenNames: try given ?? separate("Camille", "Jeanne"),
            birthDate: born.flatMap { PartialDate($0) })
    }

    static func separate(_ first: String, _ others: String? = nil) throws -> GivenNames {
        .separate(
            first: try Name(normalising: first),
            others: try others.map { try Name(normalising: $0) }
        )
    }

    static func undivided(_ text: String) throws -> GivenNames {
        .undivided(try Name(normalising: text))
    }

    static func held(
        _ birthName: String? = "TERRASSIER", usage: String? = nil,
        given: String? = "CAMILLE JEANNE", born: String? = "1988-05-14"
    ) -> HeldPerson {
        HeldPerson(
            birthName: birthName, usageName: usage, givenNames: given,
            birthDate: born.flatMap { PartialDate($0) })
    }

    static func quotientFamilial(_ value: UInt64? = 742) -> Facts {
        var facts = QuotientFamilialFacts()
        facts.value = value
        facts.month = Month(year: 2026, month: 11)
        facts.source = 1
        facts.children = 2
        return .quotientFamilial(facts)
    }

    static func tax(rfr: UInt64 = 28_640, parts: UInt64? = 300) -> Facts {
        var facts = TaxFacts()
        facts.rfr = rfr
        facts.incomeYear = 2_025
        facts.parts = parts
        return .taxIncome(facts)
    }

    static func jobSeeker(since: String?, end: JobSeekerFacts.End?) -> Facts {
        var facts = JobSeekerFacts()
        facts.since = since.flatMap { Day($0) }
        facts.end = end
        facts.category = 1
        return .jobSeeker(facts)
    }

    static func baseRights(_ periods: [(String, String)]) throws -> Facts {
        var facts = HealthFacts()
        facts.periods = try periods.map {
            Period(from: try day($0.0), until: try day($0.1))
        }
        return .health(facts)
    }

    static func c2s(_ isBeneficiary: Bool?, since: String?) -> Facts {
        var cover = HealthFacts.ComplementaryCover()
        cover.isBeneficiary = isBeneficiary
        cover.paysContribution = false
        cover.since = since.flatMap { Day($0) }
        var facts = HealthFacts()
        facts.c2s = cover
        return .health(facts)
    }

    static func scale() throws -> Scale {
        try Scale(
            identifier: "exemple-2026", title: nil,
            thresholds: [
                .qfAtMost: [400, 742, 800], .rfrAtMost: [28_639, 28_640, 30_000],
                .rfrPerPartAtMost: [9_546, 9_547, 12_000],
                .householdPartsAtLeast: [250, 300, 350],
            ], brackets: [100, 400, 742, 800])
    }

    /// Evidence for the usual person, everything else as given.
    static func evidence(
        _ facts: Facts, _ asked: [(label: ClaimLabel, bound: Disclosure.Bound?)] = [],
        scale: Scale? = nil, identity: PivotIdentity? = nil, persons: [HeldPerson]? = nil,
        recipient: Recipient? = nil, fetchedAt: Instant = now, now: Instant = now,
        confirmsZero: Bool = false
    ) throws -> Evidence {
        let usual = facts.kind == .health ? [] : [held()]
        return try Evidence(
            answer: Answer(persons: persons ?? usual, facts: facts),
            identity: try identity ?? self.identity(),
            disclosure: try Disclosure(asked, for: facts.kind), scale: scale,
            recipient: recipient, fetchedAt: fetchedAt, now: now, confirmsZero: confirmsZero)
    }

    static func claims(
        _ facts: Facts, _ asked: [(label: ClaimLabel, bound: Disclosure.Bound?)] = [],
        scale: Scale? = nil
    ) throws -> Claims {
        try evidence(facts, asked, scale: scale).claims
    }
}
