extension SpoolBrain {
    /// Looks for what was kept too long (Spec/spool.md 5), one folder at a time and never within
    /// a batch: what it finds in `done/` was published.
    mutating func sweepActions(at now: SpoolMoment) -> [SpoolAction] {
        for folder in [SpoolFolder.done, .quarantine, .verdicts] {
            guard let due = sweeps.due[folder], due <= now.steady else { continue }
            sweeps.due[folder] = now.steady + SpoolSettings.sweepPauseMilliseconds
            if folder == .verdicts, settings.writesJournal {
                sweeps.due[folder] = now.steady + SpoolSettings.journalSweepPauseMilliseconds
                let before = now.wall - settings.keepVerdictMilliseconds
                return [.daemon(.redactJournal(before: before))]
            }
            let isVerdicts = folder == .verdicts
            let before = now.wall - keep(in: folder)
            // A clock that was set back begins anew.
            if let rewritten = sweeps.rewritten, rewritten.milliseconds > before {
                sweeps.rewritten = nil
            }
            let from = isVerdicts ? sweeps.rewritten : nil
            let limit = isVerdicts ? SpoolSettings.redactedAtOnce : SpoolSettings.erasedAtOnce
            let range = SweepRange(from: from, before: before, now: now.wall)
            return [.folders(.listExpired(folder, range, limit: limit))]
        }
        return []
    }

    private func keep(in folder: SpoolFolder) -> Int64 {
        switch folder {
        case .quarantine: settings.keepQuarantineMilliseconds
        case .verdicts: settings.keepVerdictMilliseconds
        case .work, .done: settings.keepInputMilliseconds
        }
    }

    mutating func erase(
        _ scans: [ClaimedName], in folder: SpoolFolder, more: Bool, at now: SpoolMoment
    ) -> [SpoolAction] {
        guard phase == .running else { return [] }
        if more { sweeps.due[folder] = now.steady + SpoolSettings.nextSweepPauseMilliseconds }
        return scans.isEmpty ? [] : [.folders(.erase(folder, scans))]
    }

    func erased(_ folder: SpoolFolder, _ count: Int, _ error: String?) -> [SpoolAction] {
        (count > 0 ? [.daemon(.report(.erased(folder, count)))] : [])
            + (error.map { [.daemon(.report(.eraseRefused(folder, error: $0)))] } ?? [])
    }

    mutating func redact(
        _ verdicts: [VerdictName], until: ArrivalIdentifier?, more: Bool, at now: SpoolMoment
    ) -> [SpoolAction] {
        guard phase == .running else { return [] }
        if more { sweeps.due[.verdicts] = now.steady + SpoolSettings.nextSweepPauseMilliseconds }
        sweeps.rewritten = until
        guard !verdicts.isEmpty else { return [] }
        let steps: [FolderAction] =
            verdicts.map { .rewrite($0) } + [.flushVerdicts(together: true)]
            + verdicts.map { .exchange($0) } + [.flushPublications]
        return steps.map { .folders($0) } + [.daemon(.report(.redacted(verdicts.count)))]
    }
}

/// Which of what is kept is kept too long, for one look (Spec/spool.md 5).
///
/// Times are wall milliseconds.
package struct SweepRange: Equatable, Sendable {
    /// Verdicts of arrivals before this one were dealt with; nil when nothing was.
    package let from: ArrivalIdentifier?
    /// What is older is due.
    package let before: Int64
    /// An arrival later than now was numbered while the clock was ahead: its number says nothing
    /// of its age.
    package let now: Int64

    package init(from: ArrivalIdentifier? = nil, before: Int64, now: Int64) {
        self.from = from
        self.before = before
        self.now = now
    }

    /// Whether an arrival is too young by its number alone.
    ///
    /// What arrived later was decided later, so that most files need not be looked at.
    package func isYoung(_ arrival: ArrivalIdentifier) -> Bool {
        (before...max(before, now)).contains(arrival.milliseconds)
    }

    /// Whether the number of an arrival says nothing of its age.
    package func isFuture(_ arrival: ArrivalIdentifier) -> Bool { arrival.milliseconds > now }

    /// Whether the verdict on an arrival is due by its number, and was not dealt with.
    package func holds(_ arrival: ArrivalIdentifier) -> Bool {
        arrival.milliseconds < before && from.map { $0 <= arrival } ?? true
    }
}

/// When to look next for what was kept too long; for everything at once after a start.
struct SweepTimes: Equatable, Sendable {
    /// Steady milliseconds; 0 is at once.
    var due: [SpoolFolder: Int64] = [.done: 0, .quarantine: 0, .verdicts: 0]
    /// Verdicts on arrivals before this one were rewritten already.
    var rewritten: ArrivalIdentifier?

    var next: Int64? { due.values.min() }
}
