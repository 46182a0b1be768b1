import JSONFields
import Proofs
import Reporting
import TestSupport
import Testing

@Suite struct ClaimsObjectTests {
    static func json(_ label: ClaimLabel, _ value: ClaimValue) -> JSONValue {
        var claims = Claims()
        claims[label] = value
        return ClaimsObject.json(claims)
    }

    @Test(arguments: [
        (ClaimLabel.familyName, Sample.name("L’Héritier"), JSONValue.string("L’Héritier")),
        (.birthDate, Sample.birthDate(1992_11_00), .string("1992-11-00")),
        (.sex, .choice(2), .string("female")), (.qfSource, .choice(1), .string("CNAF")),
        (.birthPlaceCOG, .code("2A004"), .string("2A004")),
        (.recipient, Sample.recipient("CAF 44"), .string("CAF 44")),
        (.dataAsOf, .day(Sample.today), .string("2026-11-02")),
        (.qf, .number(742), .integer(742)),
        (.qfMonth, .month(Month(number: 681)), .string("2026-10")),
        (.c2s, .flag(true), .bool(true)), (.registrationEnded, .noDay, .string("none")),
        (.qfBracket, .bracket(lower: 400, upper: 800), .array([.integer(400), .integer(800)])),
        (.qfBracket, .bracket(lower: 800, upper: nil), .array([.integer(800), .null])),
        (
            .tariffBracket, .tariff(grid: "cantine-2026", bracket: 3),
            .array([.string("cantine-2026"), .integer(3)])
        ),
    ])
    func writesEachValueAsAClaimsFileHoldsIt(
        label: ClaimLabel, value: ClaimValue, json: JSONValue
    ) {
        let name = ClaimRegistry.row(of: label).name
        #expect(ClaimsObjectTests.json(label, value) == .object([name: json]))
    }

    @Test func writesEveryClaimByItsRegistryName() {
        var claims = Claims()
        for label in ClaimLabel.allCases { claims[label] = Sample.value(of: label) }
        guard case .object(let fields) = ClaimsObject.json(claims) else {
            Issue.record("not an object")
            return
        }
        #expect(Set(fields.names) == Set(ClaimRegistry.rows.map(\.name)))
        #expect(!fields.contains { $0.value == .null })
    }
}
