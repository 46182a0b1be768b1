internal import Counter
internal import JSONFields
internal import ListFiles
internal import Proofs
internal import SpoolFiles
internal import Spooling

/// Performs the brain's actions on the real folders, with the real workers.
struct DaemonStore: SpoolStore {
    private let settings: DaemonSettings
    private let pool: WorkerPool
    private let context: DaemonContext
    private var folders: SpoolFolders?
    private var journal: Journal?
    /// Under way, a step a second.
    private var redaction: JournalRedaction?
    private var lines: [ArrivalIdentifier: [UInt8]] = [:]
    private var heldBefore: Set<ArrivalIdentifier> = []
    private var hasHeld = false
    private var counter: CounterDesk
    private var counts = VerdictCounts()
    /// The folders of `in/` of which clerks were told; nil before the first listing.
    private var told: [[UInt8]]?
    /// Announcements about `in/`; nil where it has to be polled.
    private(set) var watch: ArrivalWatch?

    init(
        _ settings: DaemonSettings, _ pool: WorkerPool, _ counter: CounterDesk,
        _ context: DaemonContext
    ) {
        self.settings = settings
        self.pool = pool
        self.counter = counter
        self.context = context
    }

    var moment: SpoolMoment { context.clock.moment }

    func snapshot(_ brain: SpoolBrain) -> DaemonSnapshot {
        DaemonSnapshot(
            moment: moment, state: DaemonState(brain), outlook: brain.outlook, counts: counts,
            lists: counter.lists.inForce, isPolling: watch == nil)
    }

    mutating func perform(_ action: FolderAction) throws(SpoolFault) -> FolderEvent? {
        guard let folders else { return nil }
        guard case .listArrivals = action else { return try folders.perform(action) }
        let watch = watch
        var left: [[UInt8]] = []
        let entries = try folders.listArrivals({ watch?.add($0, $1) }, leaving: { left = $0 })
        tell(of: left, in: folders)
        return .arrivalsListed(entries)
    }

    /// Tells clerks once of folders that are left; scans do not wait for that.
    private mutating func tell(of left: [[UInt8]], in folders: SpoolFolders) {
        guard left != told else { return }
        told = left
        try? folders.post(
            LeftFolders.notice(left, context.language), as: LeftFolders.name)
    }

    mutating func perform(_ action: DaemonAction) throws(SpoolFault) -> DaemonEvent? {
        switch action {
        case .openSpool: return try open()
        case .listSpool: return try list()
        case .judge(let scan, let basis, let durably):
            guard let folders else { return nil }
            pool.add(
                ScanWork(
                    scan: scan, basis: basis, durably: durably, folders: folders,
                    judge: counter.judge, forJournal: settings.journal != nil,
                    several: settings.several, language: context.language, clock: context.clock))
        case .withdraw: return .withdrawn(pool.withdraw())
        case .record(let scans): try record(scans)
        case .settled(let scans): context.log.write(counts.settle(scans, at: moment))
        case .redactJournal(let before): return try redactJournal(before)
        case .report(let notice): tell(notice)
        case .stop(let left):
            // A stop on request counts against no scan.
            pool.forgetHeld()
            context.log.write("stopped", ["left": .integer(Int64(left))])
        }
        return nil
    }

    /// Takes lists that were installed meanwhile, and says so in the log.
    mutating func refreshLists() {
        context.log.write(counter.refresh(at: moment.instant))
    }

    /// Reads the lists again, new ones or not.
    mutating func reloadLists() { context.log.write(counter.reload()) }

    /// A worker is done.
    mutating func note(_ result: ScanWork.Result) {
        lines[result.scan.identifier] = result.line
        if let code = result.code { counts.judged(result.scan, code) }
    }

    /// Opens the journal anew: SIGHUP, after an operator renamed it.
    mutating func reopenJournal() throws(SpoolFault) {
        guard let path = settings.journal else { return }
        // The lines of earlier batches may be out of sight from now on: their commits must last.
        _ = try perform(FolderAction.flushCommits)
        journal = nil
        redaction = nil
        journal = try Journal(path)
    }

    private mutating func open() throws(SpoolFault) -> DaemonEvent {
        let folders = try settings.openFolders()
        self.folders = folders
        lines = [:]
        counts.forget()
        var left: Set<ArrivalIdentifier> = []
        pool.use(try HeldScans(folders, left: &left))
        // Only what a life before this one left counts against a scan.
        if !hasHeld { heldBefore = left }
        hasHeld = true
        try reopenJournal()
        // Before anything is listed: what comes in between is announced, at worst twice.
        watch = ArrivalWatch(folders.arrivals)
        return .opened(polling: watch == nil)
    }

    private mutating func list() throws(SpoolFault) -> DaemonEvent? {
        guard let folders else { return nil }
        let recorded = try journal?.recentArrivals() ?? []
        let listing = try folders.list(held: heldBefore, recorded: recorded)
        heldBefore = []
        return .spoolListed(listing)
    }

    private mutating func record(_ scans: [ClaimedName]) throws(SpoolFault) {
        // The next start looks for these lines under the name.
        if let journal, !journal.hasItsName { try reopenJournal() }
        var together: [UInt8] = []
        for scan in scans { together += lines.removeValue(forKey: scan.identifier) ?? [] }
        try journal?.append(together)
    }

    private mutating func redactJournal(_ before: Int64) throws(SpoolFault) -> DaemonEvent? {
        guard let path = settings.journal else { return nil }
        if redaction == nil { redaction = try JournalRedaction(path, before: before) }
        guard let redaction else { return nil }
        try redaction.step()
        guard redaction.isOver else { return .journalRedacted(0, more: true) }
        self.redaction = nil
        guard redaction.hasTakenTheName else { return .journalRedacted(0, more: false) }
        try reopenJournal()
        return .journalRedacted(redaction.count, more: false)
    }

    private mutating func tell(_ notice: SpoolNotice) {
        counts.note(notice)
        context.log.write(notice)
    }
}
