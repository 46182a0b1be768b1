/// When to look next for what is kept too long; all at once after a start.
struct SweepTimes: Equatable, Sendable {
    /// Steady milliseconds; 0 is at once.
    var due: [SpoolFolder: Int64] = [.done: 0, .quarantine: 0, .verdicts: 0]
    /// Verdicts on arrivals before this one were rewritten already.
    var rewritten: ArrivalIdentifier?

    var next: Int64? { due.values.min() }
}

extension SpoolBrain {
    /// Looks for what is kept too long (Spec/spool.md 5), one folder at a time and never within
    /// a batch: what it finds in `done/` was published.
    mutating func sweepActions(at now: SpoolMoment) -> [SpoolAction] {
        for folder in [SpoolFolder.done, .quarantine, .verdicts] {
            guard let due = sweeps.due[folder], due <= now.steady else { continue }
            sweeps.due[folder] = now.steady + SpoolSettings.sweepPause
            if folder == .verdicts, settings.writesJournal {
                sweeps.due[folder] = now.steady + SpoolSettings.journalSweepPause
                return [.redactJournal(before: now.wall - settings.keepVerdict)]
            }
            let isVerdicts = folder == .verdicts
            let before = now.wall - keep(in: folder)
            // A clock that was set back begins anew.
            if let rewritten = sweeps.rewritten, rewritten.milliseconds > before {
                sweeps.rewritten = nil
            }
            let from = isVerdicts ? sweeps.rewritten : nil
            return [
                .listExpired(
                    folder, SweepRange(from: from, before: before, now: now.wall),
                    limit: isVerdicts ? SpoolSettings.redactedAtOnce : SpoolSettings.erasedAtOnce)
            ]
        }
        return []
    }

    private func keep(in folder: SpoolFolder) -> Int64 {
        switch folder {
        case .quarantine: settings.keepQuarantine
        case .verdicts: settings.keepVerdict
        case .work, .done: settings.keepInput
        }
    }

    mutating func erase(
        _ scans: [ClaimedName], in folder: SpoolFolder, more: Bool, at now: SpoolMoment
    ) -> [SpoolAction] {
        guard phase == .running else { return [] }
        if more { sweeps.due[folder] = now.steady + SpoolSettings.nextSweepPause }
        return scans.isEmpty ? [] : [.erase(folder, scans)]
    }

    func erased(_ folder: SpoolFolder, _ count: Int, _ error: String?) -> [SpoolAction] {
        (count > 0 ? [.report(.erased(folder, count))] : [])
            + (error.map { [.report(.eraseRefused(folder, error: $0))] } ?? [])
    }

    mutating func redact(
        _ verdicts: [VerdictName], until: ArrivalIdentifier?, more: Bool, at now: SpoolMoment
    ) -> [SpoolAction] {
        guard phase == .running else { return [] }
        if more { sweeps.due[.verdicts] = now.steady + SpoolSettings.nextSweepPause }
        sweeps.rewritten = until
        guard !verdicts.isEmpty else { return [] }
        return verdicts.map { .rewrite($0) } + [.flushVerdicts(together: true)]
            + verdicts.map { .exchange($0) }
            + [.flushPublications, .report(.redacted(verdicts.count))]
    }
}
