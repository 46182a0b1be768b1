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
