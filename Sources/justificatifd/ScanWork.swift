internal import Console
internal import Counter
internal import Files
internal import JSONFields
internal import Proofs
internal import Reporting
internal import Sodium
internal import SpoolFiles
internal import Spooling
internal import Verification

/// One scan for one worker: judged, and its verdict written where it waits for the commit.
struct ScanWork: Sendable {
    let scan: ClaimedName
    let basis: VerdictBasis
    let durably: Bool
    let folders: SpoolFolders
    let judge: ScanJudge<SodiumCrypto>
    /// The verdict becomes a line of the journal.
    let forJournal: Bool

    struct Result: Sendable {
        let scan: ClaimedName
        let outcome: JudgingOutcome
        /// The verdict's code, nil when there is none yet.
        var code: VerdictCode?
        /// The line for the journal.
        var line: [UInt8]?
    }

    private enum Finding {
        case verdict(Verdict, QuarantineReason?)
        case notNow(String)
    }

    func run() -> Result {
        let now = Instant(seconds: SystemClock.seconds())
        switch finding(at: now) {
        case .notNow(let error): return Result(scan: scan, outcome: .notRead(error: error))
        case .verdict(let verdict, let reason): return write(verdict, reason)
        }
    }

    private func finding(at now: Instant) -> Finding {
        switch basis {
        case .poison:
            return .verdict(Verdict(unjudged: .internalError, reason: "poison", at: now), .poison)
        case .unreadable:
            return .verdict(Verdict(unjudged: .internalError, reason: "io", at: now), nil)
        case .content: break
        }
        let unreadable = { (reason: String) in
            Verdict(unjudged: .unreadable, reason: reason, at: now)
        }
        do throws(ScanRefusal) {
            return judged(try folders.open(scan), at: now)
        } catch {
            switch error {
            case .notAFile: return .verdict(unreadable("not-a-file"), .notAFile)
            case .notAllowed: return .verdict(unreadable("not-allowed"), nil)
            case .notNow(let error): return .notNow(error)
            }
        }
    }

    private func judged(_ file: consuming Descriptor, at now: Instant) -> Finding {
        do throws(FileFault) {
            return .verdict(try judge.verdict(on: file, named: "scan", at: now), nil)
        } catch {
            if error.code == .io { return .notNow(error.code.rawValue) }
            return .verdict(
                Verdict(unjudged: .unreadable, reason: error.code.rawValue, at: now), nil)
        }
    }

    private func write(_ verdict: Verdict, _ reason: QuarantineReason?) -> Result {
        var object = VerdictObject.json(
            verdict, input: scan.name.description, simulated: false, .french)
        if forJournal, case .object(var fields) = object {
            fields["arrival"] = .string(scan.identifier.description)
            object = .object(fields)
        }
        do {
            let line = object.lineBytes()
            if !forJournal { try folders.write(line, on: scan, durably: durably) }
            return Result(
                scan: scan, outcome: .written(reason), code: verdict.code,
                line: forJournal ? line : nil)
        } catch {
            return Result(scan: scan, outcome: .notWritten(error: error.error))
        }
    }
}
