import Spooling
import TestSupport

/// A daemon on a simulated disk, somebody who drops scans and somebody who collects verdicts.
///
/// All choices come from one seed.
struct Simulation {
    let spool: SimulatedSpool
    private(set) var machine: SpoolMachine
    private let settings: SpoolSettings
    private var random: SplitMix64
    private var toDrop: [String]
    private let arrivals: Int
    /// What was collected: by name, the contents seen.
    private var collected: [String: Set<String>] = [:]

    init(files: Int, seed: UInt64, journal: Bool = false) {
        var settings = SpoolSettings()
        settings.workers = 2
        settings.writesJournal = journal
        self.settings = settings
        spool = SimulatedSpool(writesJournal: journal)
        machine = SpoolMachine(settings)
        random = SplitMix64(seed: seed)
        arrivals = files
        // Some names come twice: each time it is another arrival.
        toDrop = (0..<files).map { "scan-\($0)" }
    }

    /// The program dies at a step of its present life; what is left then depends on `cut`.
    ///
    /// Returns how many steps that life had. Nil for `step` lets it run until all is done.
    @discardableResult
    mutating func live(dyingAt step: Int?, _ cut: SimulatedDisk.Cut = .clean) -> Int {
        spool.restart()
        spool.diesAtStep = step
        machine = SpoolMachine(settings)
        var store = spool
        machine.handle(.start, on: &store)
        var turns = 0
        while !spool.isDead, !isQuiet, turns < 20_000 {
            turns += 1
            turn()
        }
        if spool.isDead { spool.disk.cut(cut, &random) }
        return spool.steps
    }

    /// Lets so much time pass that everything kept too long is dealt with.
    mutating func pass(milliseconds: Int64) {
        advance(by: milliseconds)
        for _ in 0..<50 where !spool.isDead { turn() }
    }

    mutating func refuse(step: Int) { spool.refusedStep = step }

    private var isQuiet: Bool {
        toDrop.isEmpty && spool.jobs.isEmpty && spool.disk.names(in: .arrivals).isEmpty
            && spool.disk.names(in: .work).isEmpty
            && spool.disk.names(in: .verdicts).allSatisfy { !$0.hasPrefix(".") }
    }

    private mutating func turn() {
        var store = spool
        switch Int.random(in: 0..<10, using: &random) {
        case 0...1 where !toDrop.isEmpty: drop(&store)
        case 2: collect()
        case 3...8 where !spool.jobs.isEmpty:
            let job = Int.random(in: 0..<spool.jobs.count, using: &random)
            if let event = spool.work(job) { machine.handle(event, on: &store) }
        default:
            advance(by: Int64.random(in: 0...40, using: &random))
            if spool.jobs.isEmpty, let wake = machine.brain.nextWake {
                advance(by: max(0, wake - spool.moment.steady))
            }
            machine.handle(.tick, on: &store)
        }
    }

    private mutating func advance(by milliseconds: Int64) {
        let now = spool.moment
        spool.moment = SpoolMoment(
            wall: now.wall + milliseconds, steady: now.steady + milliseconds)
    }

    private mutating func drop(_ store: inout SimulatedSpool) {
        let scan = toDrop.removeLast()
        let name = "name-\(scan.utf8.count % 3)"
        let place = Place(.arrivals, spool.disk.exists(Place(.arrivals, name)) ? scan : name)
        spool.disk.drop(Array(scan.utf8), at: place)
        spool.changed[place.name] = spool.moment.wall
        if Bool.random(using: &random) {
            machine.handle(.renamedIn(Array(place.name.utf8)), on: &store)
        }
    }

    private mutating func collect() {
        for name in spool.disk.names(in: .verdicts) where !name.hasPrefix(".") {
            guard Bool.random(using: &random) else { continue }
            note(name)
            let place = Place(.verdicts, name)
            let to = Place(.collected, name)
            if spool.disk.exists(to) { spool.disk.unlink(to) }
            spool.disk.move(place, to: to)
            if Bool.random(using: &random) { spool.disk.flush(.collected) }
        }
    }

    private mutating func note(_ name: String) {
        let bytes = spool.disk.bytes(Place(.verdicts, name)) ?? []
        collected[name, default: []].insert(String(decoding: bytes, as: UTF8.self))
    }

    /// What is wrong now that all is done; empty when each arrival has its one verdict.
    mutating func faults() -> [String] {
        guard isQuiet else { return ["not done"] }
        for name in spool.disk.names(in: .verdicts) { note(name) }
        var verdicts: [String: [String]] = [:]
        for (name, contents) in collected {
            let scans = Set(contents.map(Simulation.scan))
            guard scans.count == 1, let scan = scans.first else {
                return ["\(name) was seen as \(contents)"]
            }
            verdicts[scan, default: []].append(name)
        }
        for line in spool.recordedLines() {
            verdicts[Simulation.scan(String(line.text.dropFirst(19))), default: []]
                .append(line.text)
        }
        var faults: [String] = []
        for number in 0..<arrivals {
            let names = verdicts.removeValue(forKey: "scan-\(number)") ?? []
            if names.count != 1 { faults.append("scan-\(number) has \(names)") }
        }
        return faults + verdicts.map { "of nothing: \($0)" }
    }

    /// The scan that a whole verdict, rewritten or not, speaks of.
    private static func scan(_ text: String) -> String {
        guard text.hasSuffix("."), let colon = text.firstIndex(of: ":"),
            ["verdict", "redacted"].contains(text[..<colon])
        else { return "torn: \(text)" }
        return String(text[text.index(after: colon)...].dropLast())
    }

    /// Everything that still holds what a person's scan or verdict says.
    var personalData: [String] {
        spool.disk.names(in: .done)
            + spool.disk.names(in: .verdicts).filter {
                spool.disk.bytes(Place(.verdicts, $0))?.starts(with: "verdict".utf8) ?? false
            }
    }
}
