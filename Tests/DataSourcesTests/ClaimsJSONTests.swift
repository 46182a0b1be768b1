import DataSources
import Explaining
import Issuing
import JSONFields
import Proofs
import Testing

/// Spec/issuing.md, "Claims written by hand".
struct ClaimsJSONTests {
    private func claims(_ text: String) throws -> Claims {
        try Claims(json: try Sample.parse(text), at: "claims.json")
    }

    private func value(_ label: ClaimLabel, _ text: String) throws -> ClaimValue? {
        try claims("{\"\(ClaimRegistry.row(of: label).name)\": \(text)}")[label]
    }

    @Test(arguments: JustificatifKind.allCases.map(\.rawValue) + ["all-four"])
    func ourSamplesAreClaims(_ name: String) throws {
        let claims = try Claims(json: try Sample.json("claims-\(name)"), at: name)
        #expect(claims.name(.familyName)?.text == "TERRASSIER")
        #expect(claims.day(.dataAsOf) == Day("2026-11-02"))
        #expect(!claims.blocks.isEmpty)
    }

    @Test func eachFieldOfTheRegistryCanBeWritten() throws {
        let written: [(ClaimLabel, String, ClaimValue)] = [
            (.birthDate, "\"1992-11-00\"", .birthDate(try #require(PartialDate("1992-11-00")))),
            (.sex, "\"female\"", .choice(2)), (.identityACR, "\"eidas3\"", .choice(3)),
            (.birthPlaceCOG, "\"2A004\"", .code("2A004")),
            (.birthCountryCOG, "99352", .number(99_352)),
            (.dataAsOf, "\"2026-11-02\"", .day(try #require(Day("2026-11-02")))),
            (.delegated, "true", .flag(true)), (.rfr, "999999999999", .number(999_999_999_999)),
            (.familyStatus, "\"civil-partner\"", .choice(3)), (.taxParts, "25", .number(25)),
            (.qf, "0", .number(0)),
            (.qfMonth, "\"2026-10\"", .month(try #require(Month("2026-10")))),
            (.qfSource, "\"MSA\"", .choice(2)),
            (.qfBracket, "[400, 600]", .bracket(lower: 400, upper: 600)),
            (.qfBracket, "[600, null]", .bracket(lower: 600, upper: nil)),
            (.tariffBracket, "[\"cantine-2026\", 3]", .tariff(grid: "cantine-2026", bracket: 3)),
            (.registrationEnded, "\"none\"", .noDay),
            (.registrationEnded, "\"2026-09-30\"", .day(try #require(Day("2026-09-30")))),
            (.fundCode, "\"01441\"", .code("01441")), (.c2sWithContribution, "false", .flag(false)),
        ]
        for (label, text, expected) in written {
            #expect(try value(label, text) == expected, "\(label)")
        }
    }

    @Test func aNullFieldIsAbsent() throws {
        #expect(try claims("{\"usage_name\": null}").count == 0)
    }

    @Test func composesANameSentInPieces() throws {
        let name = try claims("{\"family_name\": \"DUBINO\u{302}RE\"}").name(.familyName)
        #expect(name?.text.unicodeScalars.map(\.value).contains(0xD4) == true)
    }

    @Test(arguments: [
        (
            "{\"familly_name\": \"X\"}",
            "claims.json: unknown field \"familly_name\"; did you mean \"family_name\"?"
        ),
        ("{\"qf\": -1}", "claims.json: qf: must be a whole number, 0 to 99999 (whole euros)"),
        ("{\"qf\": 100000}", "claims.json: qf: must be a whole number, 0 to 99999 (whole euros)"),
        ("{\"qf\": 74.5}", "claims.json: qf: must be a whole number, 0 to 99999 (whole euros)"),
        ("{\"qf\": \"742\"}", "claims.json: qf: must be a whole number, 0 to 99999 (whole euros)"),
        ("{\"qf\": 1e30}", "claims.json: qf: must be a whole number, 0 to 99999 (whole euros)"),
        ("{\"qf_source\": \"CAF\"}", "claims.json: qf_source: must be one of \"CNAF\", \"MSA\""),
        ("{\"c2s\": false}", "claims.json: c2s: can only be true; leave the field out instead"),
        (
            "{\"family_name\": \"\"}",
            "claims.json: family_name: is empty; leave the field out instead"
        ),
        ("{\"family_name\": 3}", "claims.json: family_name: must be text"),
        (
            "{\"qf_month\": \"2026-13\"}",
            "claims.json: qf_month: must be a month, 1970-01 to 2149-12, such as \"2026-10\""
        ),
        ("[]", "claims.json: a list where an object { } is expected"),
    ])
    func saysWhichFieldAndWhatToWrite(_ text: String, _ message: String) {
        let error = #expect(throws: JSONFault.self) { try claims(text) }
        #expect(error?.explanation.english == message)
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-11-31", "26-11-02", "2026-11-2", "2026-11-00",
        "1969-12-31", "2149-06-07", "", "2026-11-02T00:00:00Z",
    ])
    func refusesADayThatDoesNotExist(_ text: String) {
        #expect(throws: JSONFault.self) { try value(.registeredOn, "\"\(text)\"") }
    }

    @Test(arguments: [
        "1962-02-30", "1962-13-01", "1962-00-05", "1849-12-31", "19620824", "24/08/1962",
    ])
    func refusesABirthDateThatDoesNotExist(_ text: String) {
        #expect(throws: JSONFault.self) { try value(.birthDate, "\"\(text)\"") }
    }

    @Test func refusesTheDayThatWouldMeanNoneOnTheWire() {
        #expect(throws: JSONFault.self) { try value(.registrationEnded, "\"1970-01-01\"") }
    }

    @Test func takesANameOf256BytesAndNot257() throws {
        let longest = String(repeating: "É", count: 128)
        #expect(try value(.familyName, "\"\(longest)\"") != nil)
        let error = #expect(throws: JSONFault.self) {
            try value(.familyName, "\"\(longest)A\"")
        }
        #expect(
            error?.explanation.english
                == "claims.json: family_name: is longer than 256 bytes of UTF-8")
    }

    @Test(arguments: [
        "A\\u0000B", "A\\tB", "A\\u200fB", "A\\u202eB", "A\\u200bB", "Иванов", "A😀", "A1", "A×B",
        " A", "A ", "A  B",
    ])
    func refusesANameThatCannotBeSigned(_ name: String) {
        #expect(throws: JSONFault.self) { try value(.familyName, "\"\(name)\"") }
        #expect(throws: JSONFault.self) { try value(.firstGivenName, "\"\(name)\"") }
    }

    @Test(arguments: [
        "[400]", "[400, 400]", "[600, 400]", "[-1, 5]", "[0, 100001]", "[400, 600, 800]", "\"400\"",
        "[null, 400]",
    ])
    func refusesABracketThatIsNone(_ text: String) {
        #expect(throws: JSONFault.self) { try value(.qfBracket, text) }
    }

    @Test(arguments: [
        "[\"Cantine\", 3]", "[\"cantine\", 0]", "[\"cantine\", 100]", "[3, \"cantine\"]",
        "[\"\", 1]",
    ])
    func refusesATariffBracketThatIsNone(_ text: String) {
        #expect(throws: JSONFault.self) { try value(.tariffBracket, text) }
    }

    @Test func noMessageRepeatsAValue() {
        let secret = "SECRET_VALUE"
        for row in ClaimRegistry.rows {
            let error = #expect(throws: JSONFault.self) { try value(row.label, "\"\(secret)\"") }
            #expect(error.map { !$0.explanation.english.contains(secret) } ?? true, "\(row.name)")
        }
    }
}
