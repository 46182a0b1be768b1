import Spooling

/// The folders of a spool on a simulated disk; dies at a chosen step.
final class SimulatedSpool: SpoolStore {
    static let journal = Place(.journal, "journal")

    var disk = SimulatedDisk()
    var moment = SpoolMoment(wall: 1_790_000_000_000, steady: 0)
    /// What workers were given and have not begun.
    var jobs: [(scan: ClaimedName, basis: VerdictBasis, durably: Bool)] = []
    /// Scans in the hands of workers; outlives the program.
    var held: Set<ArrivalIdentifier> = []
    var changed: [String: Int64] = [:]
    var decidedAt: [String: Int64] = [:]
    var freeBytes: UInt64 = 1 << 40
    var notices: [SpoolNotice] = []
    /// The settings' journal flag.
    let writesJournal: Bool

    /// Every step that touches the disk counts one.
    private(set) var steps = 0
    var diesAtStep: Int?
    private(set) var isDead = false
    /// The disk refuses this step, without the program dying.
    var refusedStep: Int?
    private var isFirstListing = true

    init(writesJournal: Bool = false) { self.writesJournal = writesJournal }

    /// A new program on the same disk.
    func restart() {
        isDead = false
        steps = 0
        diesAtStep = nil
        jobs = []
        isFirstListing = true
    }

    func step(_ name: String) throws(SpoolFault) {
        steps += 1
        if steps == diesAtStep { isDead = true }
        if isDead || steps == refusedStep { throw SpoolFault(step: name, error: "EIO") }
    }

    func perform(_ action: DaemonAction) throws(SpoolFault) -> DaemonEvent? {
        switch action {
        case .openSpool:
            try step("open")
            if writesJournal { try openJournal() }
            return .opened(polling: false)
        case .listSpool: return try listSpool()
        case .judge(let scan, let basis, let durably): jobs.append((scan, basis, durably))
        case .withdraw:
            let scans = jobs.map(\.scan)
            jobs = []
            return .withdrawn(scans)
        case .record(let scans): try record(scans)
        case .report(let notice): notices.append(notice)
        case .settled, .redactJournal, .stop: break
        }
        return nil
    }

    func perform(_ action: FolderAction) throws(SpoolFault) -> FolderEvent? {
        switch action {
        case .listArrivals:
            try step("list")
            return .arrivalsListed(disk.names(in: .arrivals).map(entry))
        case .look(let names):
            let texts = Set(names.map { String(decoding: $0, as: UTF8.self) })
            return .looked(disk.names(in: .arrivals).filter(texts.contains).map(entry), of: names)
        case .measureSpace: return .space(SpoolSpace(freeBytes: freeBytes, freeFiles: nil))
        case .claim(let name, let scan): return try claim(name, scan)
        case .countAttempt(let scan):
            try rename(
                Place(.work, scan.description), Place(.work, scan.nextAttempt.description))
        case .listExpired(let folder, let range, let limit):
            return try listExpired(folder, range, limit: limit)
        case .flushVerdicts(let together):
            try step("flush-verdicts")
            if together { disk.flushAll() } else { disk.flush(.verdicts) }
        case .commit(let scan, let folder):
            let room: Place.Room = folder == .done ? .done : .quarantine
            try rename(Place(.work, scan.description), Place(room, scan.description))
            decidedAt[scan.description] = moment.wall
        case .flushCommits:
            for room in [Place.Room.done, .quarantine, .work] {
                try step("flush-commits")
                disk.flush(room)
            }
        case .publish(let scan):
            try rename(
                Place(.verdicts, SpoolFileNames.temporary(scan.identifier)),
                Place(.verdicts, scan.verdict.description))
        case .flushPublications:
            try step("flush-publications")
            disk.flush(.verdicts)
        case .flushClaims:
            try step("flush-claims")
            disk.flush(.work)
        case .removeTemporary(let arrival):
            try step("remove")
            disk.unlink(Place(.verdicts, SpoolFileNames.temporary(arrival)))
        case .removeRewritten(let arrival):
            try step("remove")
            disk.unlink(Place(.verdicts, SpoolFileNames.rewritten(arrival)))
        case .erase(let folder, let scans):
            for scan in scans {
                try step("erase")
                disk.unlink(Place(folder == .done ? .done : .quarantine, scan.description))
            }
        case .rewrite(let verdict): try rewrite(verdict)
        case .exchange(let verdict): try exchange(verdict)
        }
        return nil
    }

    private func rename(_ from: Place, _ to: Place) throws(SpoolFault) {
        try step("rename")
        guard disk.exists(from), !disk.exists(to) else {
            throw SpoolFault(step: "rename", error: "ENOENT")
        }
        disk.move(from, to: to)
    }

    private func claim(_ name: [UInt8], _ scan: ClaimedName) throws(SpoolFault) -> FolderEvent {
        let place = Place(.arrivals, String(decoding: name, as: UTF8.self))
        guard disk.exists(place) else { return .notClaimed(name, .gone) }
        try rename(place, Place(.work, scan.description))
        return .claimed(scan, name)
    }

    private func entry(_ name: String) -> ArrivalEntry {
        let size = Int64(disk.bytes(Place(.arrivals, name))?.count ?? 0)
        return ArrivalEntry(
            name: Array(name.utf8), stamp: .init(changed: changed[name] ?? 0, size: size))
    }

    private func listSpool() throws(SpoolFault) -> DaemonEvent {
        try step("list")
        var listing = SpoolListing()
        listing.work = disk.names(in: .work).compactMap { ClaimedName($0) }
        listing.decided = (disk.names(in: .done) + disk.names(in: .quarantine)).compactMap {
            ClaimedName($0)
        }
        for name in disk.names(in: .verdicts) {
            if let arrival = SpoolFileNames.arrival(ofTemporary: name) {
                listing.temporaries.append(arrival)
            } else if let arrival = SpoolFileNames.arrival(ofRewritten: name) {
                listing.rewritten.append(arrival)
            }
        }
        let published = disk.names(in: .verdicts).compactMap { VerdictName($0)?.identifier }
        listing.latest =
            (published + listing.temporaries
            + (listing.work + listing.decided).map(\.identifier)).max()
        if isFirstListing { listing.held = held }
        isFirstListing = false
        held = []
        listing.recorded = Set(recordedLines().map(\.arrival))
        return .spoolListed(listing)
    }

    // MARK: A worker

    /// Does one job, step by step; nil when the program died in it.
    func work(_ index: Int) -> DaemonEvent? {
        let job = jobs.remove(at: index)
        do throws(SpoolFault) {
            return .judged(job.scan, try judge(job.scan, job.basis, durably: job.durably))
        } catch {
            return isDead ? nil : .judged(job.scan, .notWritten(error: error.error))
        }
    }

    private func judge(
        _ scan: ClaimedName, _ basis: VerdictBasis, durably: Bool
    ) throws(SpoolFault) -> JudgingOutcome {
        let place = Place(.verdicts, SpoolFileNames.temporary(scan.identifier))
        held.insert(scan.identifier)
        try step("read")
        let input = disk.bytes(Place(.work, scan.description)) ?? []
        guard !input.isEmpty else { return .notRead(error: "ENOENT") }
        if !writesJournal {
            try step("create")
            guard !disk.exists(place) else { throw SpoolFault(step: "create", error: "EEXIST") }
            disk.create(place)
            try step("write")
            disk.append(Array("verdict:".utf8) + input + Array(".".utf8), to: place)
            if durably {
                try step("flush")
                disk.flushBytes(place)
            }
        }
        held.remove(scan.identifier)
        return .written(basis == .poison ? .poison : nil)
    }
}
