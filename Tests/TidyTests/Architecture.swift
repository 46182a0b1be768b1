import TestSupport

/// The table of rooms in ARCHITECTURE.md: the one place that says what a room may touch.
struct Architecture {
    /// The floors of the house, from the ground up: a room imports nothing from above its own.
    enum Floor: String, Comparable {
        case c = "C"
        case pure
        case edge
        case door
        case harness
        case program

        private var height: Int {
            switch self {
            case .c: 0
            case .pure: 1
            case .edge: 2
            case .door: 3
            case .harness: 4
            case .program: 5
            }
        }

        static func < (left: Floor, right: Floor) -> Bool { left.height < right.height }
    }

    struct Room {
        let name: String
        let floor: Floor
        /// The C libraries, C modules and packages that it may import.
        let touches: Set<String>
    }

    let rooms: [Room]

    /// Reads every row of the form "| `Room` | floor | `Glibc`, `CLinux` | what for |".
    init(text: String) {
        rooms = text.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
            guard cells.count == 6,
                let name = cells[1].firstMatch(of: /^ `([\w-]+)` $/)?.1,
                let floor = Floor(rawValue: cells[2].trimmingPrefix(" ").description.trimmedEnd)
            else { return nil }
            let touches = cells[3].matches(of: /`(\w+)`/).map { String($0.1) }
            return Room(name: String(name), floor: floor, touches: Set(touches))
        }
    }

    /// The table of this checkout.
    static let table = Architecture(text: Checkout.text("ARCHITECTURE.md") ?? "")

    /// The rooms that the picture of this checkout draws on each floor; nil without a picture.
    static let picture: [Floor: [String]]? = {
        let text = Checkout.text("ARCHITECTURE.md") ?? ""
        guard let drawing = text.firstMatch(of: /```\n(program [^`]*)```/)?.1 else { return nil }
        let names = Set(table.rooms.map(\.name))
        var (floor, drawn) = (Floor.program, [Floor: [String]]())
        for line in drawing.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            floor = line.first == " " ? floor : words.first.flatMap(Floor.init) ?? floor
            drawn[floor, default: []] += words.filter { names.contains($0) }
        }
        return drawn
    }()

    func names(of floor: Floor) -> [String] { rooms.filter { $0.floor == floor }.map(\.name) }

    func room(_ name: String) -> Room? { rooms.first { $0.name == name } }

    /// What is wrong with importing `module` in `room`; nil if nothing is.
    func objection(toImporting module: String, in room: Room) -> String? {
        guard let imported = self.room(module), imported.floor != .c else {
            return room.touches.contains(module)
                ? nil : "ARCHITECTURE.md does not let \(room.name) touch \(module)"
        }
        if imported.floor > room.floor || imported.floor == .program {
            return "\(room.name) (\(room.floor)) is below \(module) (\(imported.floor))"
        }
        return nil
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
