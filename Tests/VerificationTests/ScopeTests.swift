import Proofs
import TestSupport
import Testing
import Verification

@Suite struct ScopeTests {
    static let facts: [(block: ClaimBlock, label: ClaimLabel)] = [
        (.tax, .rfr), (.quotientFamilial, .qf), (.jobSeeker, .registeredOn),
        (.health, .baseRightsOpenOn),
    ]

    static func verdict(_ claims: Claims, issuerMaySign blocks: Set<ClaimBlock>) throws -> Verdict {
        let payload = Sample.justificatif(claims).payload
        let token = HandToken.sample.signed(by: Practice.issuer, payload: payload)
        return try Scenario.with { $0.blocks = blocks }.verdict(on: [HandToken.text(of: token)])
    }

    @Test(arguments: facts)
    func needsTheBlockOfEachFact(block: ClaimBlock, label: ClaimLabel) throws {
        let claims = Sample.claims(around: label)
        #expect(try ScopeTests.verdict(claims, issuerMaySign: [block]).code == .valid)
        let others = Set(ClaimBlock.allCases).subtracting([block])
        let refused = try ScopeTests.verdict(claims, issuerMaySign: others)
        #expect(refused.code == .outOfScope)
        #expect(refused.proof == nil)
        #expect(try ScopeTests.verdict(claims, issuerMaySign: []).code == .outOfScope)
    }

    @Test func needsTheBlocksOfAllFactsTogether() throws {
        var claims = Sample.claims(around: .qf)
        let tax = Sample.claims(around: .rfr)
        for label in tax.labels { claims[label] = tax[label] }
        let both: Set<ClaimBlock> = [.tax, .quotientFamilial]
        #expect(try ScopeTests.verdict(claims, issuerMaySign: both).code == .valid)
        for one in both {
            #expect(try ScopeTests.verdict(claims, issuerMaySign: [one]).code == .outOfScope)
        }
    }
}
