import Explaining
import JSONFields
import Proofs
import Reporting
import TestSupport
import Testing
import Verification

/// Which fields the one object has, and when (Spec/verdict.schema.json).
@Suite struct VerdictObjectTests {
    static let always: Set<String> = [
        "format", "input", "verdict", "family", "headline", "advice", "checked_at",
    ]
    static let withProof: Set<String> = [
        "issuer", "issued", "expires", "last_day", "claims", "reference",
    ]

    static func fields(_ verdict: Verdict, simulated: Bool = false) throws -> JSONObject {
        let json = VerdictObject.json(verdict, input: "scan.png", simulated: simulated, .french)
        guard case .object(let fields) = json else {
            Issue.record("not an object")
            return [:]
        }
        return fields
    }

    static func fields(_ change: (inout Scenario) -> Void) throws -> JSONObject {
        try fields(try Scenario.with(change).verdict())
    }

    @Test func saysAllOfAGoodOne() throws {
        let fields = try VerdictObjectTests.fields { _ in }
        let expected = VerdictObjectTests.always.union(VerdictObjectTests.withProof)
        #expect(Set(fields.names) == expected.union(["lists"]))
        #expect(fields["format"] == .string("justificatif-verdict/1"))
        #expect(fields["input"] == .string("scan.png"))
        #expect(fields["verdict"] == .string("valid"))
        #expect(fields["family"] == .string("green"))
        #expect(fields["headline"] == .string("Justificatif authentique"))
        #expect(fields["checked_at"] == .string("2026-11-02T09:30:00Z"))
        #expect(fields["issuer"] == .string("Caisse d’exemple"))
        #expect(fields["issued"] == .string("2026-11-02"))
        #expect(fields["expires"] == .string("2026-12-01"))
        #expect(fields["last_day"] == .string("2026-11-30"))
        #expect(fields["reference"] == .string("WG31-TAW7-Z8N7-4"))
    }

    @Test func namesTheListsThatWereUsed() throws {
        let fields = try VerdictObjectTests.fields { _ in }
        guard case .object(let lists) = fields["lists"] else {
            Issue.record("lists are missing")
            return
        }
        #expect(lists["trust_sequence"] == .integer(7))
        #expect(lists["issued"] == .string("2026-10-01T00:00:00Z"))
    }

    @Test(arguments: VerdictCode.allCases)
    func leavesOutWhatIsNotKnown(code: VerdictCode) throws {
        let fields = try VerdictObjectTests.fields(Verdict(unjudged: code, at: Sample.now))
        #expect(Set(fields.names) == VerdictObjectTests.always)
        #expect(fields["verdict"] == .string(code.rawValue))
        #expect(fields["family"] == .string(code.family.rawValue))
    }

    @Test func leavesOutThePersonAfterABadSignature() throws {
        let fields = try VerdictObjectTests.fields { $0.tamper = { $0[$0.count - 1] ^= 1 } }
        #expect(Set(fields.names) == VerdictObjectTests.always.union(["lists"]))
    }

    @Test func leavesOutAllThatACancelledOneStates() throws {
        let fields = try VerdictObjectTests.fields(try Scenario.cancelledVerdict())
        #expect(fields["verdict"] == .string("revoked"))
        #expect(Set(fields.names) == VerdictObjectTests.always.union(["lists"]))
    }

    @Test func hasAReasonOnlyWhereThereIsOne() throws {
        let aging = try VerdictObjectTests.fields { $0.trust.warnAfter = $0.now }
        #expect(aging["reason"] == .string("trust-list-aging"))
        #expect(try VerdictObjectTests.fields { _ in }["reason"] == nil)
    }

    @Test func saysSimulatedOnlyWhenItIs() throws {
        let verdict = try Scenario().verdict()
        #expect(try VerdictObjectTests.fields(verdict, simulated: true)["simulated"] == .bool(true))
        #expect(try VerdictObjectTests.fields(verdict, simulated: false)["simulated"] == nil)
    }

    /// Spec/verdicts.md 3: a stack of scans has an object for each, with the page it is on.
    @Test func holdsAnObjectForEachOfSeveral() throws {
        let good = try Scenario().verdict()
        let bad = Verdict(unjudged: .malformed, reason: "text-length@5", at: Sample.now)
        let json = VerdictObject.json(
            bad, codes: [(page: 1, verdict: good), (page: 3, verdict: bad)], input: "stack.pdf",
            simulated: false, .french)
        guard case .object(let fields) = json, case .array(let codes) = fields["codes"],
            case .object(let first)? = codes.first, case .object(let last)? = codes.last
        else {
            Issue.record("no codes")
            return
        }
        #expect(fields["verdict"] == .string("malformed") && codes.count == 2)
        #expect(first["page"] == .integer(1) && last["page"] == .integer(3))
        #expect(first["verdict"] == .string("valid") && last["verdict"] == .string("malformed"))
        #expect(last["input"] == .string("stack.pdf"))
        let single = VerdictObject.json(
            good, codes: nil, input: "scan.png", simulated: false, .french)
        #expect(single == VerdictObject.json(good, input: "scan.png", simulated: false, .french))
    }

    @Test func saysAnErrorInsteadOfAVerdict() {
        let json = VerdictObject.json(input: "x", errorCode: "io", message: "x: no such file")
        let error: JSONObject = [
            "code": .string("io"), "message": .string("x: no such file"),
        ]
        #expect(
            json
                == .object([
                    "format": .string("justificatif-verdict/1"), "input": .string("x"),
                    "error": .object(error),
                ]))
    }
}
