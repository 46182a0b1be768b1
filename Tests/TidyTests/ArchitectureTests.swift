import TestSupport
import Testing

/// Holds every room to its row in ARCHITECTURE.md.
@Suite struct ArchitectureTests {
    @Test func namesEveryRoomOnce() {
        let folders = Set(
            Checkout.files(below: "Sources").map { String($0.split(separator: "/")[1]) })
        let names = Architecture.table.rooms.map(\.name)
        #expect(Set(names) == folders, "a row for each folder of Sources, and no other")
        #expect(names.count == Set(names).count)
    }

    @Test func drawsEveryRoomOnItsFloor() throws {
        let picture = try #require(Architecture.picture)
        for room in Architecture.table.rooms where room.floor != .harness {
            #expect(picture[room.floor]?.contains(room.name) == true, "\(room.name)")
        }
        let drawn = picture.values.reduce(0) { $0 + $1.count }
        #expect(drawn == Architecture.table.rooms.count { $0.floor != .harness }, "each once")
    }

    @Test func letsNoRoomTouchWhatItsRowDoesNotName() {
        for source in TidyTests.sources {
            let name = String(source.path.split(separator: "/")[1])
            guard let room = Architecture.table.room(name) else { continue }
            for (module, line) in ArchitectureTests.imports(of: source) where module != name {
                if let objection = Architecture.table.objection(toImporting: module, in: room) {
                    Issue.record("\(source.place(line)): \(objection)")
                }
            }
        }
    }

    @Test func namesNothingThatARoomDoesNotTouch() {
        for room in Architecture.table.rooms where room.floor != .c {
            let sources = TidyTests.sources.filter { $0.path.hasPrefix("Sources/\(room.name)/") }
            let used = Set(sources.flatMap { ArchitectureTests.imports(of: $0).map(\.module) })
            #expect(room.touches.isSubset(of: used), "\(room.name)")
        }
    }

    @Test func letsPureRoomsTouchNothing() {
        for room in Architecture.table.rooms where room.floor == .pure {
            #expect(room.touches.isEmpty, "\(room.name)")
        }
    }

    @Test(arguments: [
        ("Low", "High", "Low (pure) is below High (edge)"),
        ("Low", "Glibc", "ARCHITECTURE.md does not let Low touch Glibc"),
        ("High", "CThing", "ARCHITECTURE.md does not let High touch CThing"),
        ("High", "run", "High (edge) is below run (program)"),
    ])
    func objects(room: String, module: String, sentence: String) throws {
        let table = try ArchitectureTests.sample
        #expect(
            try table.objection(toImporting: module, in: #require(table.room(room))) == sentence)
    }

    @Test(arguments: [("High", "Low"), ("High", "Glibc"), ("run", "High"), ("run", "Low")])
    func allows(room: String, module: String) throws {
        let table = try ArchitectureTests.sample
        #expect(try table.objection(toImporting: module, in: #require(table.room(room))) == nil)
    }

    private static var sample: Architecture {
        get throws {
            let table = Architecture(
                text: """
                    | room | floor | touches | for |
                    |---|---|---|---|
                    | `CThing` | C | | a library |
                    | `Low` | pure | | thinking |
                    | `High` | edge | `Glibc` | doing |
                    | `run` | program | | wiring |
                    """)
            try #require(table.rooms.count == 4)
            return table
        }
    }

    private static func imports(of source: SwiftSource) -> [(module: String, line: Int)] {
        source.code.enumerated().compactMap { index, line in
            line.firstMatch(
                of: /^\s*(?:@\w+ +)*(?:\w+ +)?import +(?:(?:struct|class|enum|func) +)?(\w+)/
            ).map { (String($0.1), index) }
        }
    }
}
