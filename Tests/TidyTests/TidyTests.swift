import TestSupport
import Testing

/// The rules of the house over every source file.
@Suite struct TidyTests {
    static let sources: [SwiftSource] = Checkout.files(below: "Sources")
        .filter { $0.hasSuffix(".swift") }
        .map { SwiftSource(path: $0, text: Checkout.text($0) ?? "") }

    @Test func findsTheSources() {
        let rooms = Set(TidyTests.sources.map { $0.path.split(separator: "/")[1] })
        #expect(rooms.isSuperset(of: PureRoom.names.map { $0[...] }))
        #expect(TidyTests.sources.count > 100)
        #expect(TidyTests.sources.allSatisfy { !$0.lines.isEmpty })
    }

    @Test(arguments: HouseRule.everywhere)
    func holdsEverywhere(rule: HouseRule) {
        for source in TidyTests.sources { expect(rule, in: source) }
    }

    @Test(arguments: PureRoom.rules, PureRoom.names)
    func holdsInPureRooms(rule: HouseRule, room: String) {
        for source in TidyTests.sources where source.path.hasPrefix("Sources/\(room)/") {
            expect(rule, in: source)
        }
    }

    /// C and C++ shims are short and narrow too.
    @Test func keepsShimsShort() {
        let shims = Checkout.files(below: "Sources").filter { !$0.hasSuffix(".swift") }
        #expect(!shims.isEmpty)
        for path in shims {
            let lines = (Checkout.text(path) ?? "").split(separator: "\n")
            #expect(lines.count <= HouseRule.fileLimit, "\(path)")
            #expect(lines.allSatisfy { $0.count <= HouseRule.columnLimit }, "\(path)")
        }
    }

    private func expect(_ rule: HouseRule, in source: SwiftSource) {
        for line in rule.offences(source) {
            Issue.record("\(source.place(line)): \(rule.name): \(rule.advice)")
        }
    }
}
