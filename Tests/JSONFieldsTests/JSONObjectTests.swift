import Testing

@testable import JSONFields

struct JSONObjectTests {
    private static let three: JSONObject = ["b": .integer(2), "c": .null, "a": .integer(1)]

    @Test func keepsMembersInTheOrderOfTheirNames() {
        #expect(JSONObjectTests.three.names == ["a", "b", "c"])
        #expect(JSONObjectTests.three.map(\.value) == [.integer(1), .integer(2), .null])
    }

    @Test func ordersNamesByTheirBytes() {
        let object: JSONObject = ["d": .null, "\u{10D}": .null, "c\u{30C}": .null, "c2": .null]
        #expect(
            object.map { Array($0.key.utf8) }
                == ["c2", "c\u{30C}", "d", "\u{10D}"].map { Array($0.utf8) })
        #expect(object["\u{10D}"] == .null)
    }

    @Test func putsANewMemberInItsPlace() {
        var object = JSONObjectTests.three
        object["bb"] = .bool(true)
        object[""] = .bool(false)
        #expect(object.names == ["", "a", "b", "bb", "c"])
        #expect(object["bb"] == .bool(true))
    }

    @Test func replacesTheValueOfAMember() {
        var object = JSONObjectTests.three
        object["b"] = .integer(9)
        #expect(object.names == ["a", "b", "c"])
        #expect(object["b"] == .integer(9))
    }

    @Test func removesAMemberThatIsSetToNothing() {
        var object = JSONObjectTests.three
        object["b"] = nil
        object["none"] = nil
        #expect(object.names == ["a", "c"])
        #expect(object["b"] == nil)
    }

    @Test func keepsTheLastValueOfARepeatedName() {
        let pairs = [("x", 1), ("a", 2), ("x", 3), ("a", 4), ("x", 5)]
        let object = JSONObject(
            pairs.map { (key: $0.0, value: JSONValue.integer(Int64($0.1))) })
        #expect(object == ["a": .integer(4), "x": .integer(5)])
    }

    @Test func isTheSameWhateverTheOrderItWasMadeIn() {
        var object: JSONObject = [:]
        for name in ["c", "a", "b"] { object[name] = JSONObjectTests.three[name] }
        #expect(object == JSONObjectTests.three)
    }
}
