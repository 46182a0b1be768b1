internal import Console
internal import Files
internal import JSONFields
internal import Judging
internal import Proofs
internal import Reporting
internal import Sodium
internal import SpoolFiles
internal import Spooling
internal import Verification

/// Takes scans from the spool one by one and leaves a verdict for each.
struct ScanDesk {
    /// A scan that was being judged at two crashes is not tried a third time.
    private static let attempts = 2

    var judge: ScanJudge<SodiumCrypto>
    var numbering: ArrivalNumbering

    /// Judges every scan that is ready, oldest first; returns how long to wait for the next.
    mutating func handleArrivals(
        in spool: borrowing Spool, _ readiness: Readiness
    ) throws -> Int64 {
        var pause = Readiness.rescanMilliseconds
        let entries = try spool.arrivals.entries().sorted { $0.changed < $1.changed }
        for entry in entries where !SpoolFileNames.isIgnored(entry.name) {
            let now = SystemClock.milliseconds()
            let wait = readiness.wait(for: entry.name, changedAt: entry.changed, now: now)
            guard wait <= 0 else {
                pause = min(pause, wait)
                continue
            }
            guard let identifier = numbering.next(atMilliseconds: now),
                let scan = spool.claim(entry.name, as: identifier)
            else { continue }
            try handle(scan, in: spool)
        }
        return pause
    }

    /// Judges one claimed scan and publishes its verdict.
    mutating func handle(_ scan: ClaimedName, in spool: borrowing Spool) throws {
        let started = SystemClock.milliseconds()
        let now = Instant(seconds: started / 1_000)
        let poisoned = scan.attempt > ScanDesk.attempts
        let verdict =
            poisoned
            ? Verdict(unjudged: .internalError, reason: "poison", at: now)
            : verdict(on: scan, in: spool, at: now)
        let object = VerdictObject.json(
            verdict, input: scan.name.description, simulated: false, .french)
        try spool.commit(scan, verdict: Array("\(object.line())\n".utf8), poisoned: poisoned)
        EventLog.write(
            "verdict",
            [
                "verdict": .string(verdict.code.rawValue),
                "milliseconds": .integer(SystemClock.milliseconds() - started),
            ])
    }

    private func verdict(
        on scan: ClaimedName, in spool: borrowing Spool, at now: Instant
    ) -> Verdict {
        do throws(FileFault) {
            let file = try spool.open(scan)
            return try judge.verdict(on: file, named: scan.name.description, at: now)
        } catch {
            return Verdict(unjudged: .unreadable, reason: error.code.rawValue, at: now)
        }
    }
}
