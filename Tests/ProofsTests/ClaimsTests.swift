import TestSupport
import Testing

@testable import Proofs

struct ClaimsTests {
    @Test func keepsClaimsInTheOrderOfTheWire() {
        var claims = Claims()
        var random = RunSeed.generator(1)
        for label in ClaimLabel.allCases.shuffled(using: &random) {
            claims[label] = Sample.value(of: label)
        }
        #expect(claims.labels == ClaimLabel.allCases)
        for label in ClaimLabel.allCases { #expect(claims[label] == Sample.value(of: label)) }
    }

    @Test func isTheSameInWhateverOrderClaimsCome() {
        var (first, second) = (Claims(), Claims())
        for label in ClaimLabel.allCases { first[label] = Sample.value(of: label) }
        for label in ClaimLabel.allCases.reversed() { second[label] = Sample.value(of: label) }
        #expect(first == second)
    }

    @Test func replacesAndRemovesOneClaim() {
        var claims = Claims()
        for label: ClaimLabel in [.qf, .qfSource] { claims[label] = Sample.value(of: label) }
        claims[.qf] = .number(1)
        #expect(claims[.qf] == .number(1))
        #expect(claims.count == 2)
        claims[.qf] = nil
        claims[.rfr] = nil
        #expect(claims.labels == [.qfSource])
        #expect(!claims.has(.qf))
    }

    @Test func namesEachSubjectOnce() {
        var claims = Claims()
        for label: ClaimLabel in [.familyName, .qf, .rfr, .qfSource, .incomeYear] {
            claims[label] = Sample.value(of: label)
        }
        #expect(claims.blocks == [.tax, .quotientFamilial])
    }
}
