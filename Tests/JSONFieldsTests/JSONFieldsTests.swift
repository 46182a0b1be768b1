import Explaining
import JSONFields
import Testing

@Suite struct JSONFieldsTests {
    static func fields(_ text: String) throws(JSONFault) -> JSONFields {
        try JSONFields(JSONValue(parsing: Array(text.utf8), from: "a.json"), at: "a.json")
    }

    /// The words of the fault that `read` meets.
    static func fault(
        _ text: String, _ read: (inout JSONFields) throws(JSONFault) -> Void
    ) -> String {
        do throws(JSONFault) {
            var fields = try fields(text)
            try read(&fields)
            return ""
        } catch {
            return error.explanation.english
        }
    }

    @Test func readsEachTypeByItsName() throws {
        var fields = try JSONFieldsTests.fields(
            #"{"t": "é", "i": -7, "b": false, "l": [1, "a"], "s": ["x"], "o": {"p": 1}, "n": null}"#
        )
        #expect(try fields.text("t") == "é")
        #expect(try fields.integer("i") == -7)
        #expect(try fields.optionalBool("b") == false)
        #expect(try fields.list("l") == [.integer(1), .string("a")])
        #expect(try fields.texts("s") == ["x"])
        var inner = try fields.fields("o")
        #expect(try inner.integer("p") == 1)
        #expect(inner.place == "a.json: o")
        #expect(try fields.optionalText("n") == nil)
        #expect(throws: Never.self) { try fields.finish() }
    }

    @Test func tellsNullFromNothing() throws {
        let fields = try JSONFieldsTests.fields(#"{"n": null, "a": 0}"#)
        #expect(!fields.has("n") && fields.mentions("n"))
        #expect(fields.has("a") && fields.mentions("a"))
        #expect(!fields.has("z") && !fields.mentions("z"))
    }

    @Test(arguments: [
        (#"{"t": 1}"#, "a.json: t: a whole number where text is expected"),
        (#"{"t": null}"#, #"a.json: field "t" is missing"#),
        ("{}", #"a.json: field "t" is missing"#),
        (#"{"t": ["a"]}"#, "a.json: t: a list where text is expected"),
        (#"{"t": true}"#, "a.json: t: true or false where text is expected"),
        (
            #"{"t": 1.5}"#,
            "a.json: t: a number that is not whole, or too large, where text is expected"
        ),
        (#"{"t": {}}"#, "a.json: t: an object where text is expected"),
        (#"["t"]"#, "a.json: a list where an object { } is expected"),
        (#""t""#, "a.json: text where an object { } is expected"),
    ])
    func saysWhatIsWrongWithAField(text: String, words: String) {
        let found = JSONFieldsTests.fault(text) { fields throws(JSONFault) in
            _ = try fields.text("t")
        }
        #expect(found == words)
    }

    @Test(arguments: [
        #"{"i": 1.5}"#, #"{"i": "1"}"#, #"{"i": true}"#, #"{"i": 9223372036854775808}"#,
        #"{"i": 1e400}"#,
    ])
    func takesWholeNumbersOnly(text: String) {
        let found = JSONFieldsTests.fault(text) { fields throws(JSONFault) in
            _ = try fields.integer("i")
        }
        #expect(!found.isEmpty)
    }

    @Test(arguments: [
        ("qf_month", "qf_mounth", #"did you mean "qf_month"?"#),
        ("family_name", "familly_name", #"did you mean "family_name"?"#),
        ("qf", "QF", #"did you mean "qf"?"#), ("a", "completely_else", #""completely_else""#),
    ])
    func refusesAMisspeltFieldAndNamesTheNearest(known: String, written: String, words: String) {
        let found = JSONFieldsTests.fault("{\"\(written)\": 1}") { fields throws(JSONFault) in
            _ = fields.value(known)
            try fields.finish()
        }
        #expect(found.hasPrefix("a.json: unknown field \"\(written)\""))
        #expect(found.contains(words))
    }

    @Test func allowsNamesThatOthersRead() throws {
        let fields = try JSONFieldsTests.fields(#"{"other": 1}"#)
        #expect(throws: Never.self) { try fields.finish(allowing: ["other"]) }
        #expect(throws: JSONFault.self) { try fields.finish() }
    }

    @Test func saysWhichItemOfAListIsWrong() {
        let found = JSONFieldsTests.fault(#"{"s": ["a", 1]}"#) { fields throws(JSONFault) in
            _ = try fields.texts("s")
        }
        #expect(found == "a.json: s[1]: a whole number where text is expected")
    }
}
