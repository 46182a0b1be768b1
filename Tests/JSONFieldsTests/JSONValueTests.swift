import JSONFields
import Testing

@Suite struct JSONValueTests {
    static func parse(_ text: String) throws(JSONFault) -> JSONValue {
        try JSONValue(parsing: Array(text.utf8), from: "a.json")
    }

    @Test(arguments: [
        ("null", JSONValue.null), ("true", .bool(true)), ("0", .integer(0)), ("-1", .integer(-1)),
        ("9223372036854775807", .integer(.max)), ("1.5", .decimal(1.5)), ("\"é\"", .string("é")),
        ("\"\\u00e9\"", .string("é")), ("[]", .array([])), ("{}", .object([:])),
        (" [1, {\"a\": [null]}] ", .array([.integer(1), .object(["a": .array([.null])])])),
        ("22222222222222222.222025", .integer(22_222_222_222_222_224)), ("-0.0", .integer(0)),
        ("1e19", .decimal(1e19)), ("\"1\"", .string("1")), ("\"true\"", .string("true")),
    ])
    func readsEachKindOfValue(text: String, value: JSONValue) throws {
        #expect(try JSONValueTests.parse(text) == value)
    }

    @Test(arguments: [
        "", " ", "{", "}", "[,]", "{,}", "{'a':1}", "nul", "01", "+1", ".5", "1.", "\"",
        "\"\u{1}\"", "[1 2]", "{\"a\" 1}", "// a\n1", "NaN", "Infinity", "1 2", "\u{FEFF}x",
        "[1,]", "{\"a\":1,}", "[[1 , \n] ]", "{\"a\":\"x\",}",
    ])
    func refusesWhatIsNotJSON(text: String) {
        #expect(throws: JSONFault("a.json: is not JSON (RFC 8259)")) {
            try JSONValueTests.parse(text)
        }
    }

    @Test(arguments: [
        "{\"a\":1,\"a\":2}", "{\"a\":1,\"a\":1}", "{\"a\":1,\"\\u0061\":1}",
        "[{\"b\":{\"a\":{},\"c\":1,\"a\":{}}}]", "{\"\":1,\"\":1}",
    ])
    func refusesANameThatStandsTwice(text: String) {
        let fault = JSONFault(
            "a.json: a name stands twice in one object; leave one of them out")
        #expect(throws: fault) { try JSONValueTests.parse(text) }
    }

    @Test(arguments: [
        "{\"a:\":\":\",\"b\":\"\\\":\"}", "[{\"a\":1},{\"a\":{\"a\":[]}}]", "\"\\\\\"", "[\":\"]",
        "[\",\"]", "{\"a\":\",\"}", "[\"\\\",\"]", "{\",\":[],\"b\":{}}",
    ])
    func takesColonsCommasAndQuotesInTextsForText(text: String) throws {
        _ = try JSONValueTests.parse(text)
    }

    @Test func refusesBytesThatAreNotUTF8() {
        #expect(throws: JSONFault.self) {
            try JSONValue(parsing: [0x22, 0xFF, 0x22], from: "a.json")
        }
    }

    @Test(arguments: [false, true])
    func refusesAnotherEncodingThanUTF8(bigEndian: Bool) {
        let bytes: [UInt8] = "{\"a\":1}".utf8.flatMap { bigEndian ? [0, $0] : [$0, 0] }
        #expect(throws: JSONFault("a.json: is not JSON (RFC 8259)")) {
            try JSONValue(parsing: bytes, from: "a.json")
        }
    }

    @Test func readsUpToItsLimit() throws {
        let fitting = "1" + String(repeating: " ", count: JSONValue.byteLimit - 1)
        #expect(try JSONValueTests.parse(fitting) == .integer(1))
        let error = #expect(throws: JSONFault.self) { try JSONValueTests.parse(fitting + " ") }
        #expect(error?.description == "a.json: larger than 1048576 bytes")
    }

    /// A hostile file must not exhaust the stack.
    @Test(arguments: ["[", "{\"a\":"])
    func refusesEndlessNesting(opening: String) {
        let text = String(repeating: opening, count: 100_000)
        #expect(throws: JSONFault.self) { try JSONValueTests.parse(text) }
    }

    @Test func writesOneLineInAlphabeticalOrder() throws {
        let value = JSONValue.object([
            "b": .array([.integer(1), .null, .bool(true)]), "a": .string("é/\"\n"),
            "c": .decimal(1.5), "A": .object([:]),
        ])
        #expect(try value.line() == #"{"A":{},"a":"é/\"\n","b":[1,null,true],"c":1.5}"#)
        #expect(try JSONValueTests.parse(value.line()) == value)
        #expect(try JSONValueTests.parse(value.page()) == value)
        #expect(try value.page().hasSuffix("}\n"))
    }

    @Test func refusesANumberJSONCannotHold() {
        #expect(throws: JSONFault.self) { try JSONValue.decimal(.infinity).line() }
        #expect(throws: JSONFault.self) { try JSONValue.array([.decimal(.nan)]).page() }
    }
}

@Suite struct NearestNameTests {
    static let names = ["family_name", "first_given_name", "qf", "qf_month", "rfr"]

    @Test(arguments: [
        ("familyname", "family_name"), ("family_nam", "family_name"), ("qf_moth", "qf_month"),
        ("rf", "qf"), ("rfrr", "rfr"),
    ])
    func findsTheNameWithTheFewestEdits(name: String, nearest: String) {
        #expect(NearestName.of(name, among: NearestNameTests.names) == nearest)
    }

    /// Two edits, or a third of a longer name.
    @Test(arguments: [
        ("ab", "cd", true), ("abc", "xyz", false), ("abcdef", "abcdxy", true),
        ("abcdef", "abcxyz", false), ("abcdefghi", "abcdefxyz", true),
        ("abcdefghi", "abcdewxyz", false),
    ])
    func takesAThirdOfTheNameForNear(name: String, other: String, isNear: Bool) {
        #expect((NearestName.of(name, among: [other]) != nil) == isNear)
    }

    @Test(arguments: ["", "zzzzzz", "completely_different_field_name"])
    func findsNothingFarAway(name: String) {
        let nearest = NearestName.of(name, among: ["family_name", "first_given_name"])
        #expect(nearest == nil)
        #expect(NearestName.of(name, among: []) == nil)
    }
}
