internal import JSONFields
internal import SpoolFiles
internal import Spooling

/// What the daemon tells others about itself: service manager, status file, metrics.
struct DaemonReports {
    /// Between two writings of status and metrics.
    private static let pauseMilliseconds: Int64 = 15_000
    /// Without progress for so long, the watchdog is no longer told that all is well.
    private static let patienceMilliseconds: Int64 = 60_000

    private let settings: DaemonSettings
    private let context: DaemonContext
    private var nextWriting: Int64 = 0
    private var lastState: DaemonState?
    private var lastProgress: Int64
    private var lastPublished = -1
    private var isReady = false

    init(_ settings: DaemonSettings, _ context: DaemonContext) {
        self.settings = settings
        self.context = context
        lastProgress = context.clock.moment.steady
    }

    func started(polling: Bool) {
        context.log.write(
            "started",
            [
                "version": .string(context.version),
                "workers": .integer(Int64(settings.workerCount)), "polling": .bool(polling),
            ])
    }

    func stopping() { context.manager.tell("STOPPING=1") }

    /// The loop has turned once.
    mutating func turn(_ brain: SpoolBrain, _ store: DaemonStore) {
        let daemon = store.snapshot(brain)
        let (now, state) = (daemon.moment, daemon.state)
        if !isReady, brain.phase == .running {
            context.manager.tell("READY=1")
            isReady = true
        }
        if hasProgress(brain.phase, daemon) { lastProgress = now.steady }
        guard nextWriting <= now.steady || state != lastState else { return }
        nextWriting = now.steady + DaemonReports.pauseMilliseconds
        lastState = state
        // A loop that turns and gets nothing done is stuck as well.
        if now.steady - lastProgress < DaemonReports.patienceMilliseconds {
            context.manager.tell("WATCHDOG=1")
        }
        write(StatusObject.page(daemon), to: StatusObject.path(settings))
        if let path = settings.metrics { write(MetricsText.page(daemon), to: path) }
    }

    /// Published something since, has nothing to do, or waits for the disk or for room on it, which
    /// no restart puts right.
    private mutating func hasProgress(_ phase: SpoolBrain.Phase, _ daemon: DaemonSnapshot) -> Bool {
        let published = daemon.counts.published
        defer { lastPublished = published }
        if case .fault = phase { return true }
        let outlook = daemon.outlook
        let isIdle = outlook.working == 0 && outlook.waiting == 0
        return isIdle || outlook.isFull || published != lastPublished
    }

    private func write(_ text: String, to path: String) {
        do throws(SpoolFault) {
            try PassingFile.replace(path, with: Array(text.utf8), mode: 0o644)
        } catch {
            context.log.write("metrics-fault", ["error": .string(error.error)])
        }
    }
}
