import Explaining
import Testing

@testable import JSONFields

/// What a strict reader takes and refuses, by the categories of the public test suites of JSON
/// parsers: arrays, numbers, objects, strings, structure, and what RFC 8259 leaves open.
@Suite struct JSONGrammarTests {
    static func code(_ bytes: [UInt8]) -> JSONSyntaxFault.Code? {
        do throws(JSONSyntaxFault) {
            _ = try JSONReading.value(of: bytes.span)
            return nil
        } catch { return error.code }
    }

    @Test(arguments: [
        "[[]   ]", "[\"\"]", "[]", "[\"a\"]", "[false]", "[null, 1, \"1\", {}]", "[null]",
        "[1\n]", " [1]", "[1,null,null,null,2]", "[2] ",
        "[123e65]", "[0e+1]", "[0e1]", "[ 4]", "[-0.00000000000000000000000000000000000000001]",
        "[20e1]", "[-0]", "[-123]", "[-1]", "[1E22]", "[1E-2]", "[1E+2]", "[123.456e78]",
        "[1.5]", "[123.456789]", "1e9999",
        "{\"asd\":\"sdf\", \"dfg\":\"fgh\"}", "{}", "{\"\":0}", "{\"foo\\u0000bar\": 42}",
        "{ \"min\": -1.0e+28, \"max\": 1.0e+28 }", "{\"a\":[]}", "{\n\"a\": \"b\"\n}",
        "[\"\\u0060\\u012a\\u12AB\"]", "[\"\\uD801\\udc37\"]", "[\"\\ud83d\\ude39\\ud83d\\udc8d\"]",
        "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]", "[\"\\\\u0000\"]", "[\"a/*b*/c/*d//e\"]",
        "[\"\\uDBFF\\uDFFF\"]", "[\"\u{FFFF}\"]", "[\"\u{10FFFF}\"]", "[\"\\u0000\"]",
        "[\"\u{2028}\u{2029}\u{7F}\"]", "\" \"", "[\"€𝄞\"]", "[\"\\uFEFF\"]",
        "false", "42", "-0.1", "null", "\"asd\"", "true", "\"\"", "[\"a\"]\n", "[true]", " [] ",
    ])
    func takes(text: String) { #expect(JSONGrammarTests.code(Array(text.utf8)) == nil) }

    @Test(
        arguments: [
            ("[1 true]", .unexpectedCharacter), ("[\"\": 1]", .unexpectedCharacter),
            ("[\"\"],", .afterValue), ("[,1]", .unexpectedCharacter),
            ("[1,,2]", .unexpectedCharacter),
            ("[\"x\"]]", .afterValue), ("[\"\",]", .unexpectedCharacter),
            ("[\"x\"", .unexpectedEnd),
            ("[,]", .unexpectedCharacter), ("[-]", .unexpectedCharacter), ("[1,", .unexpectedEnd),
            ("[*]", .unexpectedCharacter), ("[\"a\u{B}\"\\f]", .controlCharacter),
            ("[fals]", .unexpectedCharacter), ("[nul]", .unexpectedCharacter),
            ("[tru]", .unexpectedCharacter),
            ("[++1234]", .unexpectedCharacter), ("[+1]", .unexpectedCharacter),
            ("[-01]", .leadingZero),
            ("[-1.0.]", .unexpectedCharacter), ("[-2.]", .unexpectedCharacter),
            ("[.2e-3]", .unexpectedCharacter),
            ("[0.1.2]", .unexpectedCharacter), ("[0.3e+]", .unexpectedCharacter),
            ("[0.e1]", .unexpectedCharacter),
            ("[0E]", .unexpectedCharacter), ("[1.0e-]", .unexpectedCharacter),
            ("[1 000.0]", .unexpectedCharacter),
            ("[1eE2]", .unexpectedCharacter), ("[Inf]", .unexpectedCharacter),
            ("[NaN]", .unexpectedCharacter),
            ("[U+FF11]", .unexpectedCharacter), ("[1+2]", .unexpectedCharacter),
            ("[0x1]", .unexpectedCharacter),
            ("[012]", .leadingZero), ("[00]", .leadingZero), ("[1.]", .unexpectedCharacter),
            ("1e", .unexpectedEnd),
            ("[-Infinity]", .unexpectedCharacter), ("[1a]", .unexpectedCharacter),
            ("[１]", .unexpectedCharacter),
            ("[\"x\", truth]", .unexpectedCharacter), ("{[: \"x\"}", .unexpectedCharacter),
            ("{\"x\", null}", .unexpectedCharacter), ("{\"x\"::\"b\"}", .unexpectedCharacter),
            ("{\"a\":\"a\" 123}", .unexpectedCharacter), ("{key: 1}", .unexpectedCharacter),
            ("{\"a\" b}", .unexpectedCharacter), ("{:\"b\"}", .unexpectedCharacter),
            ("{\"a\":}", .unexpectedCharacter),
            ("{\"a\"", .unexpectedEnd), ("{1:1}", .unexpectedCharacter),
            ("{\"id\":0,}", .unexpectedCharacter),
            ("{'a':0}", .unexpectedCharacter), ("{\"a\":\"b\"}/**/", .afterValue),
            ("{\"a\":\"b\"}#", .afterValue),
            ("{\"a\":\"b\",,\"c\":1}", .unexpectedCharacter), ("{a: \"b\"}", .unexpectedCharacter),
            ("{\"a\":1,\"b\":2,\"a\":3}", .nameTwice), ("{\"a\":1,\"\\u0061\":3}", .nameTwice),
            ("[\"\\uD800\\\"]", .loneSurrogate), ("[\"\\uD800\\u\"]", .escape),
            ("[\"\\uD800\\u1\"]", .escape),
            ("[\"\\uD800\\u1x\"]", .escape), ("[é]", .unexpectedCharacter),
            ("[\"\\\u{0}\"]", .escape),
            ("[\"\\x00\"]", .escape), ("[\"\\\"]", .unexpectedEnd), ("[\"\\🌀\"]", .escape),
            ("[\"\\\t\"]", .escape),
            ("[\"\\u00A\"]", .escape), ("[\"\\a\"]", .escape), ("[\"\\uqqqq\"]", .escape),
            ("[\"\\u+1fg\"]", .escape),
            ("[\"\\u\u{FF10}000\"]", .escape), ("[\"new\nline\"]", .controlCharacter),
            ("[\"\t\"]", .controlCharacter),
            ("[\u{20}\"a\u{0}a\"]", .controlCharacter), ("\"", .unexpectedEnd),
            ("['single']", .unexpectedCharacter),
            ("abc", .unexpectedCharacter), ("\"x\"x", .afterValue), ("<.>", .unexpectedCharacter),
            ("[<null>]", .unexpectedCharacter), ("[1]x", .afterValue), ("[1]]", .afterValue),
            ("", .unexpectedEnd),
            (" ", .unexpectedEnd), ("{\"a\": true} \"x\"", .afterValue), ("{", .unexpectedEnd),
            ("[", .unexpectedEnd),
            ("[\"a", .unexpectedEnd), ("{]", .unexpectedCharacter), ("*", .unexpectedCharacter),
            ("2@", .afterValue),
            ("{}}", .afterValue), ("[TRUE]", .unexpectedCharacter),
            ("[1\u{C}]", .unexpectedCharacter),
            ("[\u{A0}1]", .unexpectedCharacter), ("[\u{2060}]", .unexpectedCharacter),
            ("[1]\u{0}", .afterValue),
            ("\u{FEFF}[]", .byteOrderMark), ("[\u{FEFF}]", .unexpectedCharacter),
            // What RFC 8259 leaves to the reader: a surrogate alone is no text.
            ("[\"\\uDADA\"]", .loneSurrogate), ("[\"\\uD888\\u1234\"]", .loneSurrogate),
            ("[\"\\uDd1e\\uD834\"]", .loneSurrogate), ("[\"\\uD800\\n\"]", .loneSurrogate),
            ("[\"\\uDFAA\"]", .loneSurrogate), ("[\"\\uD800abc\"]", .loneSurrogate),
        ] as [(String, JSONSyntaxFault.Code)])
    func refuses(text: String, code: JSONSyntaxFault.Code) {
        #expect(JSONGrammarTests.code(Array(text.utf8)) == code)
    }

    @Test(
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xE9, 0x22], [0x22, 0xC0, 0xAF, 0x22],
            [0x22, 0xED, 0xA0, 0x80, 0x22],
            [0x22, 0xF4, 0xBF, 0xBF, 0xBF, 0x22], [0x22, 0xE0, 0x80, 0x80, 0x22],
            [0x5B, 0xFF, 0x5D],
            [0x22, 0x81, 0x22], [0xEF, 0xBB], [0x22, 0xE2, 0x82],
            [0xFF, 0xFE, 0x5B, 0x00, 0x5D, 0x00],
        ] as [[UInt8]])
    func refusesBytesThatAreNotUTF8(bytes: [UInt8]) {
        #expect(JSONGrammarTests.code(bytes) == .notUTF8)
    }

    @Test(arguments: [false, true])
    func refusesAnotherEncodingThanUTF8(bigEndian: Bool) {
        let bytes: [UInt8] = "{\"a\":1}".utf8.flatMap { bigEndian ? [0, $0] : [$0, 0] }
        #expect(JSONGrammarTests.code(bytes) == .unexpectedCharacter)
    }

    /// A hostile file must not exhaust the stack.
    @Test(arguments: [("[", "]"), ("{\"a\":", "}")])
    func readsToItsDepthAndNoDeeper(opening: String, closing: String) {
        func text(_ depth: Int) -> [UInt8] {
            let open = String(repeating: opening, count: depth)
            return Array((open + "1" + String(repeating: closing, count: depth)).utf8)
        }
        #expect(JSONGrammarTests.code(text(JSONReading.depthLimit)) == nil)
        #expect(JSONGrammarTests.code(text(JSONReading.depthLimit + 1)) == .tooDeep)
        #expect(JSONGrammarTests.code(text(100_000)) == .tooDeep)
    }

    @Test func hasWordsForEveryCode() {
        for code in JSONSyntaxFault.Code.allCases {
            let fault = JSONSyntaxFault(code, at: 0).fault(in: "a.json", [0x20])
            #expect(fault.explanation.english.hasPrefix("a.json: "))
        }
    }
}
