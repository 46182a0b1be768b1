import Issuing
import Proofs
import Testing

/// Spec/issuing.md, "What is disclosed".
struct DisclosureTests {
    private let qf = Fixtures.quotientFamilial()

    @Test func aQuotientFamilialIsItsValueMonthAndSource() throws {
        let claims = try Fixtures.claims(qf)
        #expect(
            claims.labels == [
                .familyName, .firstGivenName, .birthDate, .dataAsOf, .qf, .qfMonth, .qfSource,
            ])
        #expect(claims[.qf] == .number(742))
        #expect(claims[.qfMonth] == .month(try #require(Month("2026-11"))))
    }

    @Test func eachKindHasItsUsualFact() throws {
        let facts: [(Facts, [ClaimLabel])] = [
            (Fixtures.tax(), [.rfr, .incomeYear]),
            (Fixtures.jobSeeker(since: "2026-03-02", end: .noneKnown), [.registeredOn]),
            (try Fixtures.baseRights([("2024-01-01", "2027-12-31")]), [.baseRightsOpenOn]),
            (Fixtures.c2s(true, since: "2026-02-01"), [.c2sOn]),
        ]
        for (facts, labels) in facts {
            #expect(try Fixtures.claims(facts).labels.filter { $0.block != nil } == labels)
        }
    }

    @Test func whatIsAskedForReplacesTheUsualFact() throws {
        let claims = try Fixtures.claims(qf, [(.children, nil)])
        #expect(claims.labels.filter { $0.block != nil } == [.qfMonth, .children, .qfSource])
    }

    @Test func identityIsAddedWithoutReplacingTheFact() throws {
        var identity = try Fixtures.identity()
        identity.sex = 2
        let evidence = try Fixtures.evidence(
            qf, [(.sex, nil), (.otherGivenNames, nil)], identity: identity)
        #expect(evidence.claims[.qf] == .number(742))
        #expect(evidence.claims[.sex] == .choice(2))
        #expect(evidence.claims.name(.otherGivenNames)?.text == "Jeanne")
    }

    @Test func identityThatIsNotAskedForStaysOut() throws {
        var identity = try Fixtures.identity()
        identity.sex = 2
        identity.usageName = try Name(normalising: "VALMONT")
        identity.birthPlaceCOG = "44109"
        identity.birthCountryCOG = 99_100
        identity.identityACR = 1
        #expect(
            try Fixtures.evidence(qf, identity: identity).claims.labels.filter { $0.block == nil }
                == [.familyName, .firstGivenName, .birthDate, .dataAsOf])
    }

    @Test(arguments: [
        ClaimLabel.usageName, .sex, .birthPlaceCOG, .birthCountryCOG, .identityACR,
    ])
    func refusesIdentityThatIsNotThere(_ label: ClaimLabel) {
        #expect(throws: IssuingRefusal.identityWithout(label)) {
            try Fixtures.claims(qf, [(label, nil)])
        }
    }

    @Test func anUndividedGivenNameIsSignedWholeAndHasNoOthers() throws {
        let identity = try Fixtures.identity(given: Fixtures.undivided("Camille Jeanne"))
        let claims = try Fixtures.evidence(qf, identity: identity).claims
        #expect(claims.name(.firstGivenName)?.text == "Camille Jeanne")
        #expect(throws: IssuingRefusal.identityWithout(.otherGivenNames)) {
            try Fixtures.evidence(qf, [(.otherGivenNames, nil)], identity: identity)
        }
    }

    @Test func aRecipientIsSignedWhenNamed() throws {
        let recipient = try Recipient(normalising: "Ville de Sainte-Exemple")
        #expect(try Fixtures.evidence(qf, recipient: recipient).claims.recipient == recipient)
        #expect(try Fixtures.evidence(qf).claims.recipient == nil)
    }

    @Test(arguments: [ClaimLabel.rfr, .registeredOn, .recipient, .delegated])
    func refusesALabelOfAnotherKindOrOfAnotherOption(_ label: ClaimLabel) {
        #expect(throws: IssuingRefusal.labelNotOffered(label, .quotientFamilial)) {
            try Disclosure([(label, nil)], for: .quotientFamilial)
        }
    }

    @Test func refusesTheSameLabelTwice() throws {
        let day = Disclosure.Bound.day(try Fixtures.day("2026-10-01"))
        #expect(throws: IssuingRefusal.labelTwice(.registeredOn)) {
            try Disclosure([(.registeredOn, day), (.registeredOn, nil)], for: .jobSeeker)
        }
    }

    @Test(arguments: [
        (JustificatifKind.quotientFamilial, ClaimLabel.qf, ClaimLabel.qfAtMost),
        (.quotientFamilial, .qfAtMost, .qfBracket),
        (.quotientFamilial, .qfBracket, .tariffBracket),
        (.taxIncome, .rfr, .rfrAtMost), (.taxIncome, .rfrAtMost, .rfrPerPartAtMost),
        (.jobSeeker, .registeredSince, .registeredOn),
        (.jobSeeker, .registeredOn, .notRegisteredOn),
        (.health, .baseRightsFrom, .baseRightsOpenOn), (.health, .c2s, .c2sOn),
    ])
    func refusesAValueTogetherWithItsPredicate(
        _ kind: JustificatifKind, _ first: ClaimLabel, _ second: ClaimLabel
    ) {
        #expect(throws: IssuingRefusal.labelsExclude(first, second)) {
            try Disclosure([(second, nil), (first, nil)], for: kind)
        }
    }

    @Test func refusesABoundWhereNoneIsTaken() throws {
        let day = Disclosure.Bound.day(try Fixtures.day("2026-10-01"))
        for (label, bound) in [(ClaimLabel.qf, .number(800)), (.qfAtMost, day), (.qfBracket, day)]
            as [(ClaimLabel, Disclosure.Bound)]
        {
            #expect(throws: IssuingRefusal.boundNotTaken(label)) {
                try Disclosure([(label, bound)], for: .quotientFamilial)
            }
        }
    }

    @Test func refusesAFactTheAnswerDoesNotHold() throws {
        #expect(throws: IssuingRefusal.factMissing(.qf)) {
            try Fixtures.claims(Fixtures.quotientFamilial(nil))
        }
        #expect(throws: IssuingRefusal.factMissing(.qfComputed)) {
            try Fixtures.claims(qf, [(.qfComputed, nil)])
        }
        #expect(throws: IssuingRefusal.factMissing(.c2s)) {
            try Fixtures.claims(
                Fixtures.baseRights([("2024-01-01", "2027-12-31")]), [(.c2sOn, nil)])
        }
    }
}
