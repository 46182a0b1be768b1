import Issuing
import Proofs
import TestSupport
import Testing
import Verification
import Wire

/// How large a justificatif is, and how large it may be.
@Suite struct SizeTests {
    /// The identity on which sizes are quoted: all given names as one first name.
    static var usual: Claims {
        var claims = Sample.claims
        claims[.familyName] = Sample.name("LEFÈVRE-DUPRÉ")
        claims[.firstGivenName] = Sample.name("Élodie Marie")
        claims[.birthDate] = Sample.birthDate(1987_03_09)
        return claims
    }

    @Test func aQuotientFamilialTakes175BytesAtMost() throws {
        #expect(try IssuerOfProofsTests.issue(SizeTests.usual).byteCount <= 175)
    }

    @Test func allFourKindsTogetherTake215BytesAtMost() throws {
        var claims = SizeTests.usual
        claims[.rfr] = .number(28_640)
        claims[.incomeYear] = .number(2_025)
        claims[.registeredSince] = .day(Sample.day(2026, 2, 3))
        claims[.registrationEnded] = .noDay
        claims[.baseRightsFrom] = .day(Sample.day(2026, 1, 1))
        claims[.baseRightsUntil] = .day(Sample.day(2026, 12, 31))
        #expect(try IssuerOfProofsTests.issue(claims).byteCount <= 215)
    }

    /// The sample with a name that makes the token `size` bytes long.
    static func claims(ofSize size: Int) throws -> Claims {
        var claims = Sample.claims
        claims[.otherGivenNames] = Sample.name(String(repeating: "A", count: 256))
        for count in 1...256 {
            claims[.usageName] = Sample.name(String(repeating: "B", count: count))
            let payload = Sample.justificatif(claims).payload
            let token = HandToken.sample.signed(by: Practice.issuer, payload: payload)
            if token.count == size { return claims }
        }
        throw DecodeError(.wrongLength, at: size)
    }

    @Test func holds600BytesAndNoMore() throws {
        let proof = try IssuerOfProofsTests.issue(SizeTests.claims(ofSize: 600))
        #expect(proof.byteCount == 600)
        #expect(proof.text.utf8.count == 964)
        #expect(try Scenario().verdict(on: [proof.text]).code == .valid)
        let larger = try SizeTests.claims(ofSize: 601)
        guard case .tooLarge(let bytes, let heaviest) = IssuerOfProofsTests.fault(larger) else {
            Issue.record("601 bytes were signed")
            return
        }
        #expect(bytes == 601)
        #expect(heaviest.first?.hasPrefix("other_given_names") == true)
    }

    @Test func namesTheHeaviestClaimsThatCanBeLeftOut() throws {
        let larger = try SizeTests.claims(ofSize: 601)
        guard case .tooLarge(_, let heaviest) = IssuerOfProofsTests.fault(larger) else {
            Issue.record("601 bytes were signed")
            return
        }
        // 256 letters, their head of three bytes and their label.
        #expect(heaviest[0] == "other_given_names (260)")
        #expect(heaviest[1].hasPrefix("usage_name ("))
        #expect(heaviest.count == 4)
        for required in ["birth_date", "first_given_name", "qf_month", "qf_source", "data_as_of"] {
            #expect(!heaviest.contains { $0.hasPrefix("\(required) ") })
        }
    }
}
