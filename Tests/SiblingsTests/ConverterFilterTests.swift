import TestSupport
import Testing

/// What the program has given up that draws a stranger's document (Spec/reader.md 6), tried from a
/// process of the same filter.
@Suite struct ConverterFilterTests {
    private let results: [(name: String, result: Int)]

    init() throws {
        let path = try #require(Programs.hostileReader())
        let output = String(
            decoding: Tool.output(of: "\(path) --as-converter </dev/null"), as: UTF8.self)
        results = output.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count == 2, let result = Int(words[1]) else { return nil }
            return (String(words[0]), result)
        }
    }

    @Test func reachesNoOtherProcessAndWritesNothing() {
        let given = results.filter { !$0.name.hasPrefix("left-") }
        #expect(given.count == 94)
        for call in given { #expect(call.result == -1, "\(call.name)") }
    }

    @Test func keepsWhatItLivesOn() {
        let left = results.filter { $0.name.hasPrefix("left-") }
        #expect(left.count == 4)
        for call in left { #expect(call.result >= 0, "\(call.name)") }
    }
}
