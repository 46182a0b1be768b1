package import Counter
package import Files
package import SpoolFiles
internal import Spooling

/// The loop of the daemon: waits for signals, announcements and results, tells the brain, does
/// what it says.
package struct DaemonLoop: ~Copyable {
    /// The longest wait, so that a loop that stands still is noticed.
    private static let longestWaitMilliseconds: Int64 = 5_000

    private let lock: SpoolLock
    private let bell: Bell
    private let pool: WorkerPool
    private var store: DaemonStore
    private var machine: SpoolMachine
    private var reports: DaemonReports

    /// Prepares a daemon for the spool that `lock` holds; its folders must exist.
    ///
    /// Starts the threads of the workers. Nothing is claimed before `run`. Throws `FileFault` if
    /// the system has no descriptor left.
    package init(
        _ settings: DaemonSettings, _ lock: consuming SpoolLock, _ counter: CounterDesk,
        _ context: DaemonContext
    ) throws(FileFault) {
        let bell = try Bell()
        self.lock = lock
        self.bell = bell
        pool = WorkerPool(settings.workerCount, bell, context)
        store = DaemonStore(settings, pool, counter, context)
        machine = SpoolMachine(settings.brain)
        reports = DaemonReports(settings, context)
        context.log.write(.loaded(counter.lists))
    }

    /// Judges scans; returns when a signal has asked it to stop and it has.
    package mutating func run(heeding signals: borrowing SignalSource) {
        start()
        while !machine.isStopped { turn(signals.number) { signals.requests() } }
    }

    mutating func start() {
        machine.handle(.start, on: &store)
        reports.started(polling: store.watch == nil)
    }

    var isStopped: Bool { machine.isStopped }

    /// Waits until there is something to do, and does it.
    ///
    /// `requests` is asked after the wait, which ends when `number` can be read.
    mutating func turn(_ number: Int32, _ requests: () -> [SignalSource.Request]) {
        reports.turn(machine.brain, store)
        let now = store.moment.steady
        let longest =
            pool.hasNews ? SpoolSettings.batchWaitMilliseconds : DaemonLoop.longestWaitMilliseconds
        let wait = min(max(0, (machine.brain.nextWake ?? .max) - now), longest)
        Waiting.untilReadable(
            [number, bell.number, store.watch?.number ?? -1], milliseconds: wait)
        for request in requests() { heed(request) }
        store.refreshLists()
        heedNews()
        heedResults()
        machine.handle(.tick, on: &store)
    }

    private mutating func heed(_ request: SignalSource.Request) {
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
