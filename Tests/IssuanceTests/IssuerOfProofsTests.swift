import Explaining
import Issuing
import Proofs
import TestSupport
import Testing
import Verification
import Wire

/// What an issuer lets go is what a verifier accepts, and nothing else leaves.
@Suite struct IssuerOfProofsTests {
    /// Signs with one key and says it has another.
    struct WrongKey: Signing {
        let publicKey = Practice.issuer.publicKey
        func signature(for message: [UInt8]) throws -> Signature {
            try Practice.stranger.signature(for: message)
        }
    }

    static func issue(
        _ claims: Claims, lastDay: Day = Sample.lastDay
    ) throws -> IssuedProof {
        try IssuerOfProofs(key: Practice.issuer, crypto: Practice.crypto).issue(
            claims, issued: Sample.today, lastDay: lastDay, identifier: Sample.identifier())
    }

    static func fault(_ claims: Claims, lastDay: Day = Sample.lastDay) -> IssuingFault? {
        do {
            _ = try issue(claims, lastDay: lastDay)
            return nil
        } catch {
            return error as? IssuingFault
        }
    }

    @Test func makesTheBytesAnIndependentWriterMakes() throws {
        let proof = try IssuerOfProofsTests.issue(Sample.claims)
        #expect(proof.text == HandToken.sample.text(by: Practice.issuer))
        #expect(proof.byteCount == HandToken.sample.signed(by: Practice.issuer).count)
        #expect(proof.justificatif == Sample.justificatif())
    }

    @Test func namesItByTheReferenceTheVerifierShows() throws {
        let proof = try IssuerOfProofsTests.issue(Sample.claims)
        let verdict = try Scenario().verdict(on: [proof.text])
        #expect(verdict.code == .valid)
        #expect(verdict.proof?.reference == proof.reference)
        #expect(verdict.proof?.fingerprint == proof.fingerprint)
    }

    @Test(arguments: ClaimLabel.allCases)
    func makesAValidJustificatifOfEachClaim(label: ClaimLabel) throws {
        var claims = Sample.claims(around: label)
        if label.block == nil { claims[.baseRightsOpenOn] = .day(Sample.today) }
        let proof = try IssuerOfProofsTests.issue(claims)
        let verdict = try Scenario().verdict(on: [proof.text])
        #expect(verdict.code == .valid)
        #expect(verdict.proof?.justificatif.claims == claims)
    }

    @Test func refusesWhatMakesNoSense() {
        var claims = Sample.claims
        claims[.qfMonth] = nil
        #expect(IssuerOfProofsTests.fault(claims) == .sense(.missing(.qfMonth, for: .qf)))
        let late = Sample.today.adding(months: 3)
        #expect(IssuerOfProofsTests.fault(Sample.claims, lastDay: late) == .sense(.livesTooLong))
    }

    /// A mistake of the person who wrote the claims, and not of the program.
    @Test func refusesClaimsThatStateNoFact() {
        #expect(IssuerOfProofsTests.fault(Sample.identity) == .noFact)
        #expect(IssuingFault.noFact.code == "no-fact")
        #expect(throws: IssuingFault.noFact) {
            try Sample.justificatif(Sample.identity).checkedPayload()
        }
    }

    @Test(arguments: [(-1, false), (0, true), (365, true), (366, false)])
    func refusesDataOfTheFutureOrTooOld(age: Int, isGood: Bool) {
        var claims = Sample.claims
        claims[.dataAsOf] = .day(Sample.today.adding(days: -age))
        #expect(IssuerOfProofsTests.fault(claims) == (isGood ? nil : .dataAge))
    }

    @Test func releasesNothingThatDoesNotVerify() {
        let issuer = IssuerOfProofs(key: WrongKey(), crypto: Practice.crypto)
        #expect(throws: IssuingFault.selfCheck("signature")) {
            try issuer.issue(
                Sample.claims, issued: Sample.today, lastDay: Sample.lastDay,
                identifier: Sample.identifier())
        }
    }

    @Test func releasesNothingThatNoVerifierCouldRead() {
        var claims = Sample.claims
        claims[.qf] = .number(100_000)
        guard case .selfCheck(let reason) = IssuerOfProofsTests.fault(claims) else {
            Issue.record("a quotient familial beyond its range was signed")
            return
        }
        #expect(reason.hasPrefix("out-of-range@"))
    }

    /// A choice that no version knows would be `version-unknown` at every counter.
    @Test func releasesNothingThatReadsOtherwise() {
        var claims = Sample.claims
        claims[.sex] = .choice(9)
        #expect(IssuerOfProofsTests.fault(claims) == .selfCheck("reads-otherwise"))
    }
}
