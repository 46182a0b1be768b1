internal import Console
internal import JSONFields
internal import SpoolFiles
internal import Spooling

/// What the daemon tells others about itself: service manager, status file, metrics.
struct Reports {
    /// Between two writings of status and metrics.
    private static let pauseMilliseconds: Int64 = 15_000
    /// Without progress for so long, the watchdog is no longer told that all is well.
    private static let patienceMilliseconds: Int64 = 60_000

    private let settings: Settings
    private let manager = ServiceManager()
    private var nextWriting: Int64 = 0
    private var lastState: DaemonState?
    private var lastProgress: Int64
    private var lastPublished = -1
    private var isReady = false

    init(_ settings: Settings) {
        self.settings = settings
        lastProgress = SteadyClock.milliseconds()
    }

    func started(polling: Bool) {
        EventLog.write(
            "started",
            [
                "version": .string(Program.version),
                "workers": .integer(Int64(settings.workerCount)), "polling": .bool(polling),
            ])
    }

    func stopping() { manager.tell("STOPPING=1") }

    /// The loop has turned once.
    mutating func turn(_ brain: SpoolBrain, _ store: DaemonStore) {
        let now = store.moment
        let state = DaemonState(brain)
        if !isReady, brain.phase == .running {
            manager.tell("READY=1")
            isReady = true
        }
        if hasProgress(brain, store.counts.published) { lastProgress = now.steady }
        guard nextWriting <= now.steady || state != lastState else { return }
        nextWriting = now.steady + Reports.pauseMilliseconds
        lastState = state
        // A loop that turns and gets nothing done is stuck as well.
        if now.steady - lastProgress < Reports.patienceMilliseconds { manager.tell("WATCHDOG=1") }
        let status = StatusObject.page(brain, store, state: state, at: now)
        write(status, to: StatusObject.path(settings))
        if let path = settings.metrics {
            write(MetricsText.page(brain.outlook, store, at: now), to: path)
        }
    }

    /// Published something since, has nothing to do, or waits for the disk or for room on it, which
    /// no restart mends.
    private mutating func hasProgress(_ brain: SpoolBrain, _ published: Int) -> Bool {
        defer { lastPublished = published }
        if case .fault = brain.phase { return true }
        let outlook = brain.outlook
        let isIdle = outlook.working == 0 && outlook.waiting == 0
        return isIdle || outlook.isFull || published != lastPublished
    }

    private func write(_ text: String, to path: String) {
        do throws(SpoolFault) {
            try PassingFile.replace(path, with: Array(text.utf8), mode: 0o644)
        } catch {
            EventLog.write("metrics-fault", ["error": .string(error.error)])
        }
    }
}
