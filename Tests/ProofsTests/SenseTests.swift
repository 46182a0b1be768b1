import Proofs
import TestSupport
import Testing

/// No meaning by absence, no fact stated twice (Spec/token.md 4.4).
@Suite struct SenseTests {
    static func fault(_ claims: Claims) -> SenseFault? { Sample.justificatif(claims).senseFault }

    @Test(arguments: ClaimLabel.allCases)
    func acceptsEachClaimWithWhatItRequires(label: ClaimLabel) {
        #expect(SenseTests.fault(Sample.claims(around: label)) == nil)
    }

    @Test(arguments: ClaimLabel.allCases)
    func refusesEachClaimWithoutOneThatItRequires(label: ClaimLabel) {
        for required in ClaimRegistry.row(of: label).requires {
            var claims = Sample.claims(around: label)
            claims[required] = nil
            guard case .missing(required, for: let claim) = SenseTests.fault(claims) else {
                Issue.record("\(label) stands without \(required)")
                continue
            }
            #expect(ClaimRegistry.row(of: claim).requires.contains(required))
        }
    }

    @Test(arguments: ClaimLabel.allCases.filter { $0.rawValue >= 32 })
    func everyFactRequiresTheDayOfItsData(label: ClaimLabel) {
        #expect(ClaimRegistry.row(of: label).requires.contains(.dataAsOf))
    }

    static let rivals: [(ClaimLabel, ClaimLabel)] = {
        let families: [[[ClaimLabel]]] = [
            [[.rfr], [.rfrAtMost], [.rfrPerPartAtMost]],
            [[.qf], [.qfAtMost], [.qfBracket], [.tariffBracket]],
            [[.registeredSince, .registrationEnded], [.registeredOn], [.notRegisteredOn]],
            [[.baseRightsFrom, .baseRightsUntil], [.baseRightsOpenOn]],
            [[.c2s, .c2sWithContribution, .c2sSince], [.c2sOn]],
        ]
        return families.flatMap { family in
            family.indices.flatMap { one in
                family[(one + 1)...].flatMap { rival in
                    family[one].flatMap { first in rival.map { (first, $0) } }
                }
            }
        }
    }()

    @Test(arguments: rivals)
    func refusesTwoWaysToStateOneFact(first: ClaimLabel, second: ClaimLabel) {
        var claims = Sample.claims(around: first)
        let other = Sample.claims(around: second)
        for label in other.labels { claims[label] = other[label] }
        guard case .contradiction(let one, let rival) = SenseTests.fault(claims) else {
            Issue.record("\(first) stands beside \(second)")
            return
        }
        #expect(one < rival)
        #expect(ClaimRegistry.row(of: one).excludes.contains(rival))
    }

    @Test func excludesBothWaysAndNothingElse() {
        let pairs = Set(SenseTests.rivals.flatMap { [[$0.0, $0.1], [$0.1, $0.0]] })
        for label in ClaimLabel.allCases {
            for other in ClaimLabel.allCases {
                let excludes = ClaimRegistry.row(of: label).excludes.contains(other)
                #expect(excludes == pairs.contains([label, other]))
            }
        }
    }

    @Test func acceptsFactsOfAllFourSubjectsTogether() {
        var claims = Claims()
        for label: ClaimLabel in [.rfr, .qf, .registeredSince, .baseRightsFrom, .c2sSince] {
            let part = Sample.claims(around: label)
            for label in part.labels { claims[label] = part[label] }
        }
        #expect(SenseTests.fault(claims) == nil)
        #expect(claims.blocks == ClaimBlock.allCases)
    }

    @Test func saysEachFaultByAStableCode() {
        #expect(SenseFault.missing(.qfMonth, for: .qf).code == "missing-qf_month-for-qf")
        #expect(SenseFault.contradiction(.qf, .qfAtMost).code == "qf-excludes-qf_at_most")
        #expect(SenseFault.noIdentity.code == "no-identity")
        #expect(SenseFault.bornAfterIssue.code == "born-after-issue")
        #expect(SenseFault.endsBeforeIssue.code == "ends-before-issue")
        #expect(SenseFault.livesTooLong.code == "lives-too-long")
    }
}
