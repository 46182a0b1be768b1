import Testing

@testable import JSONFields

struct JSONObjectTests {
    private static let three: JSONObject = ["b": .integer(2), "c": .null, "a": .integer(1)]

    @Test func keepsMembersInTheOrderOfTheirNames() {
        #expect(JSONObjectTests.three.names == ["a", "b", "c"])
        #expect(JSONObjectTests.three.map(\.value) == [.integer(1), .integer(2), .null])
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
