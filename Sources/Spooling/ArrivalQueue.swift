/// Which files of `in/` may be taken, and in which order (Spec/spool.md 2 "Whole", 3 "Order").
struct ArrivalQueue: Sendable {
    private enum State: Equatable {
        /// In one of the two queues.
        case whole
        /// Still since that steady instant, as far as is known.
        case settling(ArrivalEntry.Stamp?, since: Int64)
        /// Could not be taken; left alone until then.
        case refused(until: Int64)
    }

    private struct Waiting: Sendable {
        let name: [UInt8]
        /// Wall milliseconds since when it lies here.
        let since: Int64
    }

    private var states: [[UInt8]: State] = [:]
    /// What lay there when the folder was listed, oldest first.
    private var backlog = Queue<Waiting>()
    /// What was announced, in the order of the announcements.
    private var fresh = Queue<Waiting>()
    private var takesFresh = true
    /// Every wait is equally long: the first to come is the first that is due.
    private var looks = Queue<(name: [UInt8], due: Int64)>()
    /// Names were left out because too many are known.
    private(set) var isCut = false

    /// Files that may be taken now.
    var wholeCount: Int { backlog.count + fresh.count }
    /// Files known to lie in `in/`.
    var knownCount: Int { states.count }
    /// Wall milliseconds since when the oldest of those that may be taken lies there.
    var oldest: Int64? {
        [backlog.first?.since, fresh.first?.since].compactMap { $0 }.min()
    }
    /// Steady milliseconds when a file has to be looked at again.
    var nextLook: Int64? { looks.first?.due }

    /// A file was renamed in: it is whole.
    mutating func renamedIn(_ name: [UInt8], at now: SpoolMoment) {
        guard isWanted(name), states[name] != .whole else { return }
        states[name] = .whole
        fresh.append(Waiting(name: name, since: now.wall))
    }

    /// A file was closed after writing: it may be opened again.
    mutating func written(_ name: [UInt8], at now: SpoolMoment) {
        guard isWanted(name), states[name] == nil else { return }
        wait(for: name, nil, at: now)
    }

    /// The whole folder was listed: what is new in it is sorted in by age; a name that was refused
    /// and has gone is forgotten.
    mutating func listed(_ entries: [ArrivalEntry], at now: SpoolMoment) {
        isCut = false
        if entries.count < SpoolSettings.namesRemembered { forgetRefused(but: entries) }
        for entry in entries.sorted(by: { $0.stamp.changed < $1.stamp.changed }) {
            seen(entry, at: now)
        }
    }

    private mutating func forgetRefused(but entries: [ArrivalEntry]) {
        let refused = states.filter { if case .refused = $0.value { true } else { false } }
        guard !refused.isEmpty else { return }
        let present = Set(entries.map(\.name))
        for name in refused.keys where !present.contains(name) { states[name] = nil }
    }

    /// Some files were looked at; those that were not found have gone.
    mutating func seen(
        _ entries: [ArrivalEntry], of names: [[UInt8]], at now: SpoolMoment
    ) {
        let found = Set(entries.map(\.name))
        for name in names where !found.contains(name) { states[name] = nil }
        for entry in entries { seen(entry, at: now) }
    }

    private mutating func seen(_ entry: ArrivalEntry, at now: SpoolMoment) {
        guard isWanted(entry.name) else { return }
        let isOld = now.wall - entry.stamp.changed >= SpoolSettings.quiet
        switch states[entry.name] {
        case .whole: return
        case .refused(let until) where until > now.steady: return
        case .settling(let stamp, let since) where stamp == entry.stamp && !isOld:
            // The clock that stamps files is not ours to trust: stillness is measured here.
            if now.steady - since < SpoolSettings.quiet { return }
        case .settling, .refused, nil:
            guard isOld else { return wait(for: entry.name, entry.stamp, at: now) }
        }
        states[entry.name] = .whole
        backlog.append(Waiting(name: entry.name, since: min(entry.stamp.changed, now.wall)))
    }

    private mutating func wait(
        for name: [UInt8], _ stamp: ArrivalEntry.Stamp?, at now: SpoolMoment
    ) {
        states[name] = .settling(stamp, since: now.steady)
        looks.append((name, now.steady + SpoolSettings.quiet))
    }

    /// Files whose stillness should be known by now, at most `limit`.
    mutating func dueLooks(at now: SpoolMoment, limit: Int) -> [[UInt8]] {
        var names: [[UInt8]] = []
        while names.count < limit, let look = looks.first, look.due <= now.steady {
            _ = looks.popFirst()
            if case .settling = states[look.name] { names.append(look.name) }
        }
        return names
    }

    /// The next file to take: one that was announced and one that lay there, in turn.
    mutating func next() -> [UInt8]? {
        takesFresh.toggle()
        let first = takesFresh ? backlog.popFirst() : fresh.popFirst()
        return (first ?? (takesFresh ? fresh.popFirst() : backlog.popFirst()))?.name
    }

    /// The file was taken, or has gone.
    mutating func forget(_ name: [UInt8]) { states[name] = nil }

    /// The file could not be taken.
    mutating func refuse(_ name: [UInt8], at now: SpoolMoment) {
        states[name] = .refused(until: now.steady + SpoolSettings.refusedPause)
    }

    private mutating func isWanted(_ name: [UInt8]) -> Bool {
        if SpoolFileNames.isIgnored(name) { return false }
        guard states.count < SpoolSettings.namesRemembered || states[name] != nil else {
            isCut = true
            return false
        }
        return true
    }
}
