import Explaining
import Issuing
import Proofs
import Testing

/// Each fact is what the answer says, word for word, or is not stated at all.
struct FactTests {
    private func claims(_ facts: Facts, _ labels: ClaimLabel...) throws -> Claims {
        try Fixtures.claims(facts, labels.map { ($0, nil) })
    }

    @Test func aQuotientFamilialCanTellWhenItWasComputed() throws {
        guard case .quotientFamilial(var facts) = Fixtures.quotientFamilial() else { return }
        facts.computed = Month(year: 2026, month: 1)
        let claims = try claims(.quotientFamilial(facts), .qfComputed, .children)
        #expect(claims[.qfComputed] == .month(try #require(Month("2026-01"))))
        #expect(claims[.children] == .number(2))
        #expect(claims[.qf] == nil)
    }

    @Test func aTaxHouseholdCanShowItsPartsItsStatusAndItsDependants() throws {
        guard case .taxIncome(var facts) = Fixtures.tax() else { return }
        facts.familyStatus = 3
        facts.dependants = 2
        let claims = try claims(.taxIncome(facts), .taxParts, .familyStatus, .dependants)
        #expect(claims[.taxParts] == .number(300))
        #expect(claims[.familyStatus] == .choice(3))
        #expect(claims[.dependants] == .number(2))
        #expect(claims[.rfr] == nil)
    }

    @Test func aJobSeekerCanShowTheRegistrationWhole() throws {
        let ended = Fixtures.jobSeeker(
            since: "2026-03-02", end: .on(try Fixtures.day("2026-09-30")))
        let claims = try claims(ended, .registrationCategory)
        #expect(claims[.registeredSince] == .day(try Fixtures.day("2026-03-02")))
        #expect(claims[.registrationEnded] == .day(try Fixtures.day("2026-09-30")))
        #expect(claims[.registrationCategory] == .number(1))
    }

    @Test func aPersonWithBaseRightsCanShowTheirFund() throws {
        guard case .health(var facts) = try Fixtures.baseRights([("2024-01-01", "2027-12-31")])
        else { return }
        facts.fundCode = "01751"
        #expect(try claims(.health(facts), .fundCode)[.fundCode] == .code("01751"))
    }

    @Test(arguments: [
        (ClaimLabel.usageName, "usage_name"), (.sex, "sex"), (.birthPlaceCOG, "birth_place_cog"),
        (.birthCountryCOG, "birth_country_cog"), (.identityACR, "identity_acr"),
    ])
    func identityThatIsAskedForIsSignedAsTheProviderGaveIt(
        _ label: ClaimLabel, _ name: String
    ) throws {
        var identity = try Fixtures.identity()
        identity.usageName = try Name(normalising: "Valmont")
        identity.sex = 2
        identity.birthPlaceCOG = "2A004"
        identity.birthCountryCOG = 99_109
        identity.identityACR = 3
        let expected: [ClaimLabel: ClaimValue] = [
            .usageName: .name(try Name(normalising: "Valmont")), .sex: .choice(2),
            .birthPlaceCOG: .code("2A004"), .birthCountryCOG: .number(99_109),
            .identityACR: .choice(3),
        ]
        let claims = try Fixtures.evidence(
            Fixtures.quotientFamilial(), [(label, nil)], identity: identity
        ).claims
        #expect(claims[label] == expected[label])
        #expect(expected.keys.filter { claims[$0] != nil } == [label])
        #expect(label.registryName == name)
    }

    /// A caller that mixes up two kinds gets a refusal, and never a fact of the wrong kind.
    @Test(arguments: JustificatifKind.allCases)
    func anAnswerHoldsNoFactOfAnotherKind(_ kind: JustificatifKind) throws {
        let facts: [Facts] = [
            Fixtures.quotientFamilial(), Fixtures.tax(),
            Fixtures.jobSeeker(since: "2026-03-02", end: .noneKnown),
            try Fixtures.baseRights([("2024-01-01", "2027-12-31")]),
        ]
        let label = try #require(Disclosure.offered(for: kind).first { $0.block != nil })
        for other in facts where other.kind != kind {
            let refusal = #expect(throws: IssuingRefusal.self) {
                try Evidence(
                    answer: Answer(persons: [Fixtures.held()], facts: other),
                    identity: try Fixtures.identity(),
                    disclosure: try Disclosure([(label, nil)], for: kind), scale: nil,
                    recipient: nil, fetchedAt: Fixtures.now, now: Fixtures.now)
            }
            #expect(refusal?.code == "fact-missing", "\(other.kind)")
        }
    }
}
