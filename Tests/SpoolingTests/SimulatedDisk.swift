/// Where a file of the simulation is.
struct Place: Hashable {
    enum Room: Hashable { case arrivals, work, done, quarantine, verdicts, collected, journal }

    let room: Room
    let name: String

    init(_ room: Room, _ name: String) {
        self.room = room
        self.name = name
    }
}

/// A file system in memory that forgets what was not flushed.
///
/// Every change of names is atomic. At a power cut any set of unflushed changes may last that is
/// closed under dependence: of two changes to the same name or file, not the later one alone.
struct SimulatedDisk {
    enum Cut: CaseIterable {
        /// The program died, the machine did not.
        case clean
        /// Nothing lasts that was not flushed.
        case lost
        /// Any unflushed change may last, and any unflushed file be empty.
        case reordered
        /// The same, and unflushed bytes are there in part, or zeros.
        case torn
    }

    private struct Change {
        enum Kind {
            case link(Place, Int)
            case unlink(Place)
            case move(Place, Place)
            case exchange(Place, Place)
        }

        let kind: Kind
        let files: Set<Int>

        var places: [Place] {
            switch kind {
            case .link(let place, _), .unlink(let place): [place]
            case .move(let from, let to), .exchange(let from, let to): [from, to]
            }
        }

        func depends(on other: Change) -> Bool {
            !files.isDisjoint(with: other.files) || places.contains { other.places.contains($0) }
        }
    }

    private struct File {
        var bytes: [UInt8]
        var flushed: [UInt8]
    }

    private(set) var names: [Place: Int] = [:]
    private var lasting: [Place: Int] = [:]
    private var pending: [Change] = []
    private var files: [Int: File] = [:]
    private var lastFile = 0

    func exists(_ place: Place) -> Bool { names[place] != nil }
    func bytes(_ place: Place) -> [UInt8]? { names[place].flatMap { files[$0]?.bytes } }
    func names(in room: Place.Room) -> [String] {
        names.keys.filter { $0.room == room }.map(\.name).sorted()
    }

    // MARK: What programs do

    mutating func create(_ place: Place) {
        lastFile += 1
        files[lastFile] = File(bytes: [], flushed: [])
        change(.link(place, lastFile))
    }

    mutating func append(_ bytes: [UInt8], to place: Place) {
        guard let file = names[place] else { return }
        files[file]?.bytes += bytes
    }

    mutating func truncate(_ place: Place, to count: Int) {
        guard let file = names[place], let bytes = files[file]?.bytes else { return }
        files[file] = File(bytes: Array(bytes.prefix(count)), flushed: Array(bytes.prefix(count)))
    }

    mutating func unlink(_ place: Place) { change(.unlink(place)) }
    mutating func move(_ from: Place, to: Place) { change(.move(from, to)) }
    mutating func exchange(_ first: Place, _ second: Place) { change(.exchange(first, second)) }

    mutating func flushBytes(_ place: Place) {
        guard let file = names[place], let bytes = files[file]?.bytes else { return }
        files[file]?.flushed = bytes
    }

    mutating func flush(_ room: Place.Room) {
        settle { $0.places.contains { $0.room == room } }
    }

    mutating func flushAll() {
        settle { _ in true }
        files = files.mapValues { File(bytes: $0.bytes, flushed: $0.bytes) }
    }

    /// A whole and durable file of somebody else's.
    mutating func drop(_ bytes: [UInt8], at place: Place) {
        create(place)
        append(bytes, to: place)
        flushBytes(place)
        let file = lastFile
        settle { $0.files.contains(file) }
    }

    // MARK: What lasts

    private mutating func change(_ kind: Change.Kind) {
        var touched: Set<Int> = []
        switch kind {
        case .link(_, let file): touched = [file]
        case .unlink(let place): touched = Set([names[place]].compactMap { $0 })
        case .move(let from, let to), .exchange(let from, let to):
            touched = Set([names[from], names[to]].compactMap { $0 })
        }
        let change = Change(kind: kind, files: touched)
        SimulatedDisk.apply(change, to: &names)
        pending.append(change)
    }

    private mutating func settle(_ isWanted: (Change) -> Bool) {
        var settled: [Change] = []
        var rest: [Change] = []
        for change in pending.reversed() {
            if isWanted(change) || settled.contains(where: { $0.depends(on: change) }) {
                settled.append(change)
            } else {
                rest.append(change)
            }
        }
        for change in settled.reversed() { SimulatedDisk.apply(change, to: &lasting) }
        pending = rest.reversed()
    }

    private static func apply(_ change: Change, to names: inout [Place: Int]) {
        switch change.kind {
        case .link(let place, let file): names[place] = file
        case .unlink(let place): names[place] = nil
        case .move(let from, let to):
            names[to] = names[from]
            names[from] = nil
        case .exchange(let first, let second):
            (names[first], names[second]) = (names[second], names[first])
        }
    }

    /// The machine stops; what remains is what the next start finds.
    mutating func cut(_ cut: Cut, _ random: inout some RandomNumberGenerator) {
        if cut == .clean { return flushAll() }
        var dropped: [Change] = []
        for change in pending {
            let lasts = cut != .lost && Bool.random(using: &random)
            if lasts, !dropped.contains(where: { change.depends(on: $0) }) {
                SimulatedDisk.apply(change, to: &lasting)
            } else {
                dropped.append(change)
            }
        }
        pending = []
        names = lasting
        for file in files.keys.sorted() { files[file] = files[file].map { left($0, cut, &random) } }
    }

    private func left(
        _ file: File, _ cut: Cut, _ random: inout some RandomNumberGenerator
    ) -> File {
        guard file.bytes != file.flushed else { return file }
        var bytes = file.flushed
        let extra = Array(file.bytes.dropFirst(file.flushed.count))
        switch cut {
        case .clean: bytes = file.bytes
        case .lost: break
        case .reordered: if Bool.random(using: &random) { bytes = file.bytes }
        case .torn:
            let part = Int.random(in: 0...extra.count, using: &random)
            bytes += extra.prefix(part)
            if Bool.random(using: &random) { bytes += extra.dropFirst(part).map { _ in 0 } }
        }
        return File(bytes: bytes, flushed: bytes)
    }
}
