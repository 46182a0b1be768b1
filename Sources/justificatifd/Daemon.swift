internal import Counter
internal import Files
internal import SpoolFiles
internal import Spooling

/// The loop: waits for signals, announcements and results, tells the brain, does what it says.
struct Daemon: ~Copyable {
    /// The longest wait, so that a loop that stands still is noticed.
    private static let longestWaitMilliseconds: Int64 = 5_000

    private let lock: SpoolLock
    private let signals: SignalSource
    private let bell: Bell
    private let pool: WorkerPool
    private var store: DaemonStore
    private var machine: SpoolMachine
    private var reports: Reports

    /// Nothing is claimed before `run`.
    init(
        _ settings: Settings, _ lock: consuming SpoolLock, _ signals: consuming SignalSource,
        _ counter: CounterDesk
    ) throws {
        let bell = try Bell()
        self.lock = lock
        self.signals = signals
        self.bell = bell
        pool = WorkerPool(settings.workerCount, bell)
        store = DaemonStore(settings, pool, counter)
        machine = SpoolMachine(settings.brain)
        reports = Reports(settings)
    }

    /// Returns when it was asked to stop and has.
    mutating func run() {
        machine.handle(.start, on: &store)
        reports.started(polling: isPolling)
        while !machine.isStopped {
            reports.turn(machine.brain, store)
            let now = store.moment.steady
            let longest =
                pool.hasNews ? SpoolSettings.batchWaitMilliseconds : Daemon.longestWaitMilliseconds
            let wait = min(max(0, (machine.brain.nextWake ?? .max) - now), longest)
            Waiting.untilReadable(
                [signals.number, bell.number, store.watch?.number ?? -1], milliseconds: wait)
            heedSignals()
            store.refreshLists()
            heedNews()
            heedResults()
            machine.handle(.tick, on: &store)
        }
    }

    private var isPolling: Bool { store.watch == nil }

    private mutating func heedSignals() {
        for request in signals.requests() {
            switch request {
            case .stop:
                reports.stopping()
                machine.handle(.stop, on: &store)
            case .reload:
                store.reloadLists()
                do throws(SpoolFault) { try store.reopenJournal() } catch {
                    fail(error.step, error.error)
                }
            }
        }
    }

    private mutating func heedNews() {
        for news in store.watch?.news() ?? [] {
            switch news {
            case .event(let event): machine.handle(event, on: &store)
            case .lost: fail("watch", "ESTALE")
            }
        }
    }

    private mutating func heedResults() {
        bell.silence()
        for result in pool.takeResults() {
            store.note(result)
            machine.handle(.judged(result.scan, result.outcome), on: &store)
        }
    }

    private mutating func fail(_ step: String, _ error: String) {
        machine.handle(.failed(step: step, error: error, undone: []), on: &store)
    }
}
