/// Which files of `in/` may be taken, and in which order (Spec/spool.md 2 "Whole", 3 "Order").
struct ArrivalQueue: Sendable {
    private enum State: Equatable {
        /// In one of the two queues.
        case whole
        case settling(Settling)
        /// Could not be taken; left alone until then.
        case refused(until: Int64)
    }

    /// A file that may still be growing.
    private struct Settling: Equatable {
        /// Nil before the first look.
        var stamp: ArrivalEntry.Stamp?
        /// Steady milliseconds since when it is unchanged, as far as is known.
        var since: Int64
        /// Somebody writes, and has not closed it.
        var isOpen: Bool
        /// Steady milliseconds of its next look: any other look of this name is out of date.
        var due: Int64
    }

    private struct Waiting: Sendable {
        let name: [UInt8]
        /// Wall milliseconds at which it arrived.
        let since: Int64
    }

    private let settings: SpoolSettings
    /// The clock that stamps the files is ours.
    var trustsStamps = true
    private var states: [[UInt8]: State] = [:]
    /// What was there when the folder was listed, oldest first.
    private var backlog = Queue<Waiting>()
    /// What was announced, in the order of the announcements.
    private var fresh = Queue<Waiting>()
    private var takesFresh = true
    /// One for each file that is settling; every wait is equally long, so the first is due first.
    private var looks = Queue<(name: [UInt8], due: Int64)>()
    /// Names were left out because too many are known.
    private(set) var isCut = false

    init(_ settings: SpoolSettings) { self.settings = settings }

    /// Files that may be taken now.
    var wholeCount: Int { backlog.count + fresh.count }
    /// Files known to be in `in/`.
    var knownCount: Int { states.count }
    /// Files that could not be taken and stay in `in/`.
    var refusedCount: Int {
        states.values.count { if case .refused = $0 { true } else { false } }
    }
    /// Wall milliseconds at which the oldest of those that may be taken arrived.
    var oldest: Int64? {
        [backlog.first?.since, fresh.first?.since].compactMap { $0 }.min()
    }
    /// Steady milliseconds at which a file has to be looked at again.
    var nextLook: Int64? { looks.first?.due }

    /// A file was renamed in: it is whole.
    mutating func renamedIn(_ name: [UInt8], at now: SpoolMoment) {
        guard isWanted(name), states[name] != .whole else { return }
        states[name] = .whole
        fresh.append(Waiting(name: name, since: now.wall))
    }

    /// Somebody made a file, or writes to it; the kernel will say when they close it.
    mutating func beingWritten(_ name: [UInt8], at now: SpoolMoment) {
        note(name, isOpen: true, at: now)
    }

    /// A file was closed after writing; it may be opened again.
    mutating func written(_ name: [UInt8], at now: SpoolMoment) {
        note(name, isOpen: false, at: now)
    }

    private mutating func note(_ name: [UInt8], isOpen: Bool, at now: SpoolMoment) {
        switch states[name] {
        case .whole, .refused: return
        case .settling(var settling):
            settling.isOpen = isOpen
            settling.since = now.steady
            states[name] = .settling(settling)
        case nil:
            guard isWanted(name) else { return }
            settle(name, stamp: nil, since: now.steady, isOpen: isOpen, at: now)
        }
    }

    /// Announcements were lost: who closed what is not known any more.
    mutating func lostTrack() {
        states = states.mapValues { state in
            guard case .settling(var settling) = state else { return state }
            settling.isOpen = false
            return .settling(settling)
        }
    }

    /// The whole folder was listed: new files are sorted in by age; a refused name that is gone is
    /// forgotten.
    mutating func listed(_ entries: [ArrivalEntry], at now: SpoolMoment) {
        isCut = false
        if entries.count < SpoolSettings.namesRemembered { forgetRefused(except: entries) }
        for entry in entries.sorted(by: { $0.stamp.changed < $1.stamp.changed }) {
            // A look, which asks for writers too, decides on a file that is settling.
            if case .settling = states[entry.name] { continue }
            seen(entry, at: now)
        }
    }

    private mutating func forgetRefused(except entries: [ArrivalEntry]) {
        let refused = states.filter { if case .refused = $0.value { true } else { false } }
        guard !refused.isEmpty else { return }
        let present = Set(entries.map(\.name))
        for name in refused.keys where !present.contains(name) { states[name] = nil }
    }

    /// Some files were looked at; those that were not found are gone.
    mutating func seen(
        _ entries: [ArrivalEntry], of names: [[UInt8]], at now: SpoolMoment
    ) {
        let found = Set(entries.map(\.name))
        for name in names where !found.contains(name) { states[name] = nil }
        for entry in entries { seen(entry, at: now) }
    }

    private mutating func seen(_ entry: ArrivalEntry, at now: SpoolMoment) {
        guard isWanted(entry.name) else { return }
        let age = trustsStamps ? max(0, now.wall - entry.stamp.changed) : 0
        let known: Settling?
        switch states[entry.name] {
        case .whole: return
        case .refused(let until):
            if until > now.steady { return }
            known = nil
        case .settling(let settling): known = settling
        case nil: known = nil
        }
        // Once a file is known, its stillness is measured here: the stamps may be wrong.
        let watched = known.map { now.steady - $0.since } ?? .max
        let still = known?.stamp == entry.stamp ? watched : min(age, watched)
        let isOpen = entry.isOpen ?? known?.isOpen ?? false
        if still >= wait(for: entry, isOpen: isOpen) {
            states[entry.name] = .whole
            backlog.append(Waiting(name: entry.name, since: min(entry.stamp.changed, now.wall)))
        } else if var settling = known {
            (settling.stamp, settling.since) = (entry.stamp, now.steady - still)
            settling.isOpen = isOpen
            states[entry.name] = .settling(settling)
        } else {
            settle(
                entry.name, stamp: entry.stamp, since: now.steady - still, isOpen: isOpen, at: now)
        }
    }

    /// How long a file must stay unchanged, in milliseconds.
    private func wait(for entry: ArrivalEntry, isOpen: Bool) -> Int64 {
        guard entry.isFile else { return settings.settleMilliseconds }
        if isOpen { return SpoolSettings.openMilliseconds }
        return entry.stamp.size == 0
            ? max(SpoolSettings.emptyMilliseconds, settings.settleMilliseconds)
            : settings.settleMilliseconds
    }

    private mutating func settle(
        _ name: [UInt8], stamp: ArrivalEntry.Stamp?, since: Int64, isOpen: Bool,
        at now: SpoolMoment
    ) {
        let due = now.steady + SpoolSettings.lookMilliseconds
        states[name] = .settling(Settling(stamp: stamp, since: since, isOpen: isOpen, due: due))
        looks.append((name, due))
    }

    /// Files that may have become whole by now, at most `limit`; those that cannot have are looked
    /// at again later.
    mutating func dueLooks(at now: SpoolMoment, limit: Int) -> [[UInt8]] {
        var names: [[UInt8]] = []
        while names.count < limit, let look = looks.first, look.due <= now.steady {
            _ = looks.popFirst()
            guard case .settling(var settling) = states[look.name], settling.due == look.due
            else { continue }
            settling.due = now.steady + SpoolSettings.lookMilliseconds
            states[look.name] = .settling(settling)
            looks.append((look.name, settling.due))
            let isDue = now.steady - settling.since >= settings.settleMilliseconds
            if settling.stamp == nil || isDue { names.append(look.name) }
        }
        return names
    }

    /// The next file to take: one that was announced and one that was already there, in turn.
    mutating func next() -> [UInt8]? {
        takesFresh.toggle()
        let first = takesFresh ? backlog.popFirst() : fresh.popFirst()
        return (first ?? (takesFresh ? fresh.popFirst() : backlog.popFirst()))?.name
    }

    /// The file was taken, or is gone.
    mutating func forget(_ name: [UInt8]) { states[name] = nil }

    /// The file could not be taken.
    mutating func refuse(_ name: [UInt8], at now: SpoolMoment) {
        states[name] = .refused(until: now.steady + SpoolSettings.refusedPauseMilliseconds)
    }

    private mutating func isWanted(_ name: [UInt8]) -> Bool {
        if settings.ignored.contains(name) { return false }
        guard states.count < SpoolSettings.namesRemembered || states[name] != nil else {
            isCut = true
            return false
        }
        return true
    }
}
