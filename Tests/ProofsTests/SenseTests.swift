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

    /// Each two labels that Spec/claims.csv keeps apart, the lower one first.
    static let rivals: [(ClaimLabel, ClaimLabel)] = ClaimLabel.allCases.flatMap { label in
        ClaimRegistry.row(of: label).excludes.filter { label < $0 }.map { (label, $0) }
    }

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

    @Test func excludesBothWays() {
        #expect(SenseTests.rivals.count > 15)
        for label in ClaimLabel.allCases {
            for other in ClaimRegistry.row(of: label).excludes {
                #expect(ClaimRegistry.row(of: other).excludes.contains(label))
            }
        }
    }

    @Test func acceptsFactsOfAllSubjectsTogether() {
        var claims = Claims()
        let first = ClaimBlock.allCases.compactMap { block in
            ClaimLabel.allCases.first { $0.block == block }
        }
        for label in first + [.c2sSince] {
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
