import FoundationEssentials
import Testing

@testable import JSONFields

/// The line written by hand is the encoder's, byte for byte.
struct JSONLineTests {
    @Test(arguments: [
        JSONValue.null, .bool(true), .integer(.min), .integer(.max), .string(""), .array([]),
        .object([:]),
        .string(String(String.UnicodeScalarView((0...0x2FF).compactMap { Unicode.Scalar($0) }))),
        .string("é \u{2028} \u{1F600} \"\\/"),
        .object([
            "qf": .integer(1), "qf_month": .string("x"), "qfa": .null, "Q": .bool(false),
            "q\u{30C}": .null, "q2": .array([.object(["é": .integer(-1)]), .string("a/b")]),
            "": .null,
        ]),
    ])
    func isTheEncodersOwn(_ value: JSONValue) throws {
        let encoded = try value.text([.sortedKeys, .withoutEscapingSlashes])
        #expect(JSONLine.bytes(value) == Array(encoded.utf8))
    }

    @Test func leavesDecimalsToTheEncoder() throws {
        #expect(JSONLine.bytes(.array([.decimal(0.1)])) == nil)
        #expect(try JSONValue.array([.decimal(0.1)]).line() == "[0.1]")
    }
}
