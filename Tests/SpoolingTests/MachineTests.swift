import Spooling
import Testing

/// The order in which actions are done, and how long a fault is waited for (Spec/spool.md 3).
struct MachineTests {
    /// A disk that does as it is told, or refuses to flush.
    private struct Store: SpoolStore {
        var moment = SpoolMoment(wall: 1_790_000_000_000, steady: 0)
        var refuses = false
        var waits: [Int64] = []
        var settled = 0
        var judging: [ClaimedName] = []
        /// A scan of this name cannot be moved out of `work/`.
        var stubborn: ScanName?
        var published: [ClaimedName] = []
        var removed: [ArrivalIdentifier] = []

        mutating func perform(_ action: FolderAction) throws(SpoolFault) -> FolderEvent? {
            switch action {
            case .measureSpace: return .space(SpoolSpace(freeBytes: .max, freeFiles: nil))
            case .claim(let name, let scan): return .claimed(scan, name)
            case .flushCommits: if refuses { throw SpoolFault(step: "commit", error: "EIO") }
            case .commit(let scan, _) where scan.name == stubborn:
                return .notCommitted(scan, error: "EACCES")
            case .publish(let scan): published.append(scan)
            case .removeTemporary(let arrival): removed.append(arrival)
            default: break
            }
            return nil
        }

        mutating func perform(_ action: DaemonAction) throws(SpoolFault) -> DaemonEvent? {
            switch action {
            case .openSpool: return .opened(polling: false)
            case .listSpool: return .spoolListed(SpoolListing())
            case .judge(let scan, _, _): judging.append(scan)
            case .settled(let scans): settled += scans.count
            case .report(.fault(_, _, let wait)): waits.append(wait)
            case .withdraw, .record, .redactJournal, .report, .stop: break
            }
            return nil
        }

        mutating func pass(_ milliseconds: Int64) {
            moment = SpoolMoment(
                wall: moment.wall + milliseconds, steady: moment.steady + milliseconds)
        }
    }

    /// Drops a scan and has it judged; its batch goes through, or the disk refuses it.
    private func drop(
        _ name: String, on machine: inout SpoolMachine, _ store: inout Store
    ) {
        machine.handle(.renamedIn(Array(name.utf8)), on: &store)
        for scan in store.judging { machine.handle(.judged(scan, .written(nil)), on: &store) }
        store.judging = []
        store.pass(60_000)
        machine.handle(.tick, on: &store)
    }

    @Test func waitsShortAgainOnceABatchWentThrough() {
        var store = Store()
        var machine = SpoolMachine(SpoolSettings())
        machine.handle(.start, on: &store)
        store.refuses = true
        for number in 0..<3 { drop("bad-\(number)", on: &machine, &store) }
        #expect(store.waits == [1_000, 2_000, 4_000] && store.settled == 0)
        store.refuses = false
        drop("good", on: &machine, &store)
        #expect(store.settled == 1)
        store.refuses = true
        drop("bad", on: &machine, &store)
        #expect(store.waits.last == 1_000)
    }

    @Test func tellsNoVerdictOnAScanThatCannotBeMovedAndGoesOnWithTheOthers() {
        var store = Store()
        var machine = SpoolMachine(SpoolSettings())
        machine.handle(.start, on: &store)
        let names = ["a", "b", "c"].map { Array($0.utf8) }
        store.stubborn = ScanName(encoding: names[1])
        for name in names { machine.handle(.renamedIn(name), on: &store) }
        let scans = store.judging
        for scan in scans { machine.handle(.judged(scan, .written(nil)), on: &store) }
        store.pass(60_000)
        machine.handle(.tick, on: &store)
        #expect(store.published.map(\.name.description) == ["a", "c"])
        #expect(store.removed == scans.filter { $0.name == store.stubborn }.map(\.identifier))
        #expect(machine.brain.phase == .running)
    }

    @Test func isOverOnceItsLastActionIsDone() {
        var store = Store()
        var machine = SpoolMachine(SpoolSettings())
        machine.handle(.start, on: &store)
        #expect(!machine.isStopped)
        machine.handle(.stop, on: &store)
        #expect(machine.isStopped)
    }
}
