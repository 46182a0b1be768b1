import Testing
import WebRules

@Suite struct FormFieldsTests {
    @Test func readsNamesAndValues() throws {
        let fields = try #require(FormFields("a=1&b=%C3%A9+x&c=&d&a=2"))
        #expect(fields.values("a") == ["1", "2"])
        #expect(fields.only("a") == nil)
        #expect(fields.repeats("a"))
        #expect(fields.only("b") == "é x")
        #expect(fields.only("c") == "")
        #expect(fields.only("d") == "")
        #expect(fields.only("e") == nil)
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%FF", "a=é", "a=b c", "a=\n"])
    func refusesWhatNoFormSends(text: String) {
        #expect(FormFields(text) == nil)
    }

    @Test func refusesMoreThan64Fields() {
        let fields = Array(repeating: "a=1", count: 64)
        #expect(FormFields(fields.joined(separator: "&")) != nil)
        #expect(FormFields((fields + ["a=1"]).joined(separator: "&")) == nil)
    }

    @Test func readsBackWhatItWrites() throws {
        let text = "é &=+%\r\n<\u{1F600}"
        let fields = try #require(FormFields(FormFields.written([("n m", text)])))
        #expect(fields.only("n m") == text)
    }
}
