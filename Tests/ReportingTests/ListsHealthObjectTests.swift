import Explaining
import JSONFields
import Proofs
import Reporting
import TestSupport
import Testing

@testable import Lists

/// What a monitor reads of the lists of a machine (Spec/lists.md 6.5).
@Suite struct ListsHealthObjectTests {
    private static func json(
        _ health: ListsHealth, faults: [Explanation] = [], _ language: Language = .english
    ) -> JSONValue {
        ListsHealthObject.json(
            health, roots: TrustBuilder().roots, fingerprint: "0011 2233",
            digests: [ListFileDigest(of: [], named: "trust", Practice.crypto)], faults: faults,
            language)
    }

    private static func value(_ text: String) throws -> JSONValue {
        try JSONValue(parsing: Array(text.utf8), from: "expected")
    }

    /// The file in it is empty: its hash is the first example of FIPS 180-4 for SHA-256.
    @Test func saysAllOfListsThatAreInForce() throws {
        let list = RevocationBuilder.with {
            $0.closed = [
                Sample.today: (
                    issued: [RevocationBuilder.fingerprint(1), RevocationBuilder.fingerprint(2)],
                    revoked: [RevocationBuilder.fingerprint(2)]
                )
            ]
        }
        let json = ListsHealthObjectTests.json(try ListsHealthWordsTests.health(list))
        #expect(
            try json
                == ListsHealthObjectTests.value(
                    """
                    {"format": "justificatif-lists-status/1", "state": "ok",
                     "roots": {"version": 1, "threshold": 1, "keys": 1, "fingerprint": "0011 2233"},
                     "trust": {"sequence": 7, "issued": "2026-10-01T00:00:00Z",
                      "warn_after": "2027-07-01T00:00:00Z", "refuse_after": "2028-01-01T00:00:00Z",
                      "age_days": 33, "state": "ok"},
                     "revocations": [{"id": "caf", "sequence": 40, "issued": "2026-11-03T02:00:00Z",
                      "warn_after": "2026-11-13T00:00:00Z", "refuse_after": "2026-12-18T00:00:00Z",
                      "age_days": 0, "state": "ok", "epoch": 1, "first_day": "2026-08-03",
                      "last_closed_day": "2026-11-02", "revoked": 1}],
                     "checked_at": "2026-11-03T09:00:00Z", "clock_suspect": false,
                     "clock_floor": "2026-11-03T02:00:00Z", "advice": [], "faults": [],
                     "files": [{"name": "trust.cose", "sha256":
                      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}]}
                    """))
    }

    @Test func saysWhatIsMissingAndLeavesOutWhatIsNotKnown() throws {
        let fault = Explanation("x", .files, "illisible", "unreadable")
        let missing = ListsHealthObjectTests.json(
            try ListsHealthWordsTests.health(nil), faults: [fault])
        guard case .object(let fields) = missing else {
            Issue.record("not an object")
            return
        }
        #expect(fields["state"] == .string("stale"))
        #expect(
            fields["revocations"]
                == .array([.object(["id": .string("caf"), "state": .string("missing")])]))
        #expect(fields["faults"] == .array([.string("unreadable")]))
        #expect(fields["clock_observed"] == nil)

        let seen = Sample.day(2026, 11, 1).start
        let nothing = ListsHealthObjectTests.json(
            ListsHealth(ListsInForce(trust: nil, observed: seen), at: Sample.now), .french)
        guard case .object(let fields) = nothing else {
            Issue.record("not an object")
            return
        }
        #expect(fields["trust"] == nil && fields["clock_floor"] == nil)
        #expect(fields["clock_observed"] == .string("2026-11-01T00:00:00Z"))
        #expect(
            fields["advice"]
                == .array([
                    .string("installez les listes : justificatif lists install SOURCE")
                ]))
    }
}
