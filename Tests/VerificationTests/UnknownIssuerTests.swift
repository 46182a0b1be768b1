import Proofs
import TestSupport
import Testing
import Verification

/// Nobody is accused for a key that our own lists may be too old, or missing, to know.
@Suite struct UnknownIssuerTests {
    @Test func isOurFaultWithoutATrustList() throws {
        for key in [Practice.issuer, Practice.stranger] {
            let verdict = try Scenario.with {
                $0.key = key
                $0.hasLists = false
            }.verdict()
            #expect(verdict.code == .listsStale)
            #expect(verdict.reason == "trust-list-missing")
            #expect(verdict.lists == nil && verdict.proof == nil)
        }
    }

    @Test func isOurFaultFromTheDayTheListAsksToBeRenewed() throws {
        var scenario = Scenario.with { $0.key = Practice.stranger }
        let warn = scenario.trust.warnAfter
        scenario.now = Instant(seconds: warn.seconds - 1)
        #expect(try scenario.verdict().code == .issuerUnknown)
        scenario.now = warn
        let verdict = try scenario.verdict()
        #expect(verdict.code == .listsStale)
        #expect(verdict.reason == "issuer-not-in-an-aging-list")
        #expect(verdict.proof == nil)
    }

    @Test func aKeyIdentifierOfAnotherKeyProvesNothing() throws {
        // Names the listed issuer, signed by a stranger.
        let token = HandToken.sample
        let header = token.header(Practice.issuer.kid)
        let signed = HandWriter.array([
            HandWriter.text("Signature1"), HandWriter.bytes(header),
            HandWriter.bytes(Array("justificatif/token/1".utf8)), HandWriter.bytes(token.payload),
        ])
        let bytes = HandToken.envelope(
            header: header, payload: token.payload, signature: Practice.stranger.sign(signed))
        #expect(try Scenario().verdict(on: [HandToken.text(of: bytes)]).code == .signatureInvalid)
    }

    /// A signature made for a list is none for a justificatif.
    @Test(arguments: [
        "justificatif/trust/1", "justificatif/root/1", "justificatif/revocations/1",
        "justificatif/token/2", "",
    ])
    func aSignatureForAnotherDomainProvesNothing(domain: String) throws {
        let bytes = HandToken.sample.signed(by: Practice.issuer, domain: domain)
        #expect(try Scenario().verdict(on: [HandToken.text(of: bytes)]).code == .signatureInvalid)
    }
}
