import Explaining
import JSONFields
import Testing

@Suite struct JSONValueTests {
    static func parse(_ text: String) throws(JSONFault) -> JSONValue {
        try JSONValue(parsing: Array(text.utf8), from: "a.json")
    }

    @Test(arguments: [
        ("null", JSONValue.null), ("true", .bool(true)), ("0", .integer(0)), ("-1", .integer(-1)),
        ("9223372036854775807", .integer(.max)), ("\"é\"", .string("é")),
        ("\"\\u00e9\"", .string("é")), ("[]", .array([])), ("{}", .object([:])),
        (" [1, {\"a\": [null]}] ", .array([.integer(1), .object(["a": .array([.null])])])),
        ("\"1\"", .string("1")), ("\"true\"", .string("true")),
    ])
    func readsEachKindOfValue(text: String, value: JSONValue) throws {
        #expect(try JSONValueTests.parse(text) == value)
    }

    /// Only digits are a whole number: no reader may take a rounded one for the one written.
    @Test(arguments: [
        "1.5", "2.0", "2e0", "20e-1", "1.0000000000000000000001", "-0.0", "1e19", "1E+2",
        "9223372036854775808", "22222222222222222.222025",
    ])
    func keepsEveryOtherNumberAsWritten(text: String) throws {
        #expect(try JSONValueTests.parse(text) == .decimal(text))
        #expect(try JSONValueTests.parse(text).line() == text)
    }

    @Test(arguments: [
        "{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":1}", "{\"\":1,\"\":1}",
        "[{\"b\":{\"a\":{},\"c\":1,\"a\":{}}}]",
    ])
    func refusesANameThatStandsTwice(text: String) {
        let error = #expect(throws: JSONFault.self) { try JSONValueTests.parse(text) }
        #expect(
            error?.explanation.english
                == "a.json: a name is there twice in one object; leave one of them out")
    }

    /// "é" as one character and as two are two names, as every other reader of JSON has it.
    @Test func comparesNamesByTheirBytes() throws {
        let value = try JSONValueTests.parse("{\"\u{E9}\":1,\"e\u{301}\":2}")
        guard case .object(let object) = value else { return #expect(Bool(false)) }
        #expect(object.count == 2)
    }

    @Test(arguments: [
        ("[1,\n 2,,3]", "line 2, character 4: another character is expected here"),
        ("\"é\" x", "character 5: something follows the value"),
        ("{\"a\":", "character 6: the text ends too early"),
        ("\u{FEFF}{}", "character 1: a byte order mark, which must go"),
        ("[02]", "character 2: a number with a zero in front"),
        ("[\"\\ud800\"]", "character 3: half of a surrogate pair"),
    ])
    func namesThePlaceAndTheCause(text: String, words: String) {
        let error = #expect(throws: JSONFault.self) { try JSONValueTests.parse(text) }
        #expect(error?.explanation.english == "a.json: is not JSON (RFC 8259) at \(words)")
    }

    @Test func saysWhereBytesAreNotUTF8() {
        let latin = Array("{\n\"a\": \"L".utf8) + [0xE9] + Array("a\"}".utf8)
        let error = #expect(throws: JSONFault.self) {
            try JSONValue(parsing: latin, from: "a.json")
        }
        #expect(error?.code == "not-utf8")
        #expect(error?.explanation.english == "a.json: is not UTF-8 at line 2, character 8")
        #expect(
            error?.explanation.french == "a.json : n’est pas en UTF-8 à la ligne 2, caractère 8")
    }

    @Test func readsUpToItsLimit() throws {
        let fitting = "1" + String(repeating: " ", count: JSONValue.byteLimit - 1)
        #expect(try JSONValueTests.parse(fitting) == .integer(1))
        let error = #expect(throws: JSONFault.self) { try JSONValueTests.parse(fitting + " ") }
        #expect(error?.explanation.english == "a.json: larger than 1048576 bytes")
    }

    @Test func writesOneLineInTheOrderOfTheNames() throws {
        let value = JSONValue.object([
            "b": .array([.integer(1), .null, .bool(true)]), "a": .string("é/\"\n\u{1}\u{1F}"),
            "c": .decimal("1.50"), "A": .object([:]), "d": .array([]),
        ])
        #expect(
            value.line()
                == #"{"A":{},"a":"é/\"\n\u0001\u001f","b":[1,null,true],"c":1.50,"d":[]}"#)
        #expect(try JSONValueTests.parse(value.line()) == value)
        #expect(try JSONValueTests.parse(value.page()) == value)
    }

    @Test func indentsAPageForPeople() {
        let value = JSONValue.object(["b": .array([.integer(1), .null]), "a": .object([:])])
        #expect(
            value.page() == """
                {
                  "a" : {},
                  "b" : [
                    1,
                    null
                  ]
                }

                """)
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
