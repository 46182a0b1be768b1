internal import Counter
internal import Files
internal import Glibc
internal import Proofs
internal import Siblings
internal import Sodium
internal import Synchronization
internal import Threads
internal import Verification

/// A place that checks justificatifs: its lists, the names it answers to, its reader of pictures.
///
/// Opened once and kept. Every check looks first whether new lists were installed, which costs next
/// to nothing. Disk and the reader are waited for on threads of the desk's own, as many as the
/// machine has processors, and never on those of Swift's concurrency. A check that has begun ends
/// by itself, within a minute at most; cancelling the task that asked for it does not cut it short.
public final class ControlDesk: Sendable {
    private struct State {
        var counter: CounterDesk
        /// Why the lists that were installed last are not those that are used.
        var fault: ControlFault?
    }

    private let state: Mutex<State>
    private let clock: ControlClock
    private let threads: BlockingThreads

    /// Opens the lists folder that `justificatif lists init` has made.
    ///
    /// - Parameters:
    ///   - lists: The folder.
    ///   - roots: A file with the roots to trust; nil for those pinned in the folder.
    ///   - recipients: The names the place answers to. A justificatif made for somebody else is
    ///     then `wrong-recipient`; without any name it is accepted, and its recipient is a fact.
    ///   - reader: The program `justificatif-reader`; nil for the one beside the running program,
    ///     or in `../libexec/justificatif`. Only pictures and PDF need it.
    ///   - clock: What time it is.
    /// - Throws: A ``ControlFault`` if no roots are pinned there (`no-lists`), if there is no such
    ///   folder (`no-lists-folder`, with `roots`), or if roots or trust list are damaged.
    public init(
        lists: String = "/var/lib/justificatif/lists", roots: String? = nil,
        recipients: [String] = [], reader: String? = nil, clock: ControlClock = .system
    ) async throws(ControlFault) {
        let threads = BlockingThreads()
        let counter = try await threads.run { () throws(ControlFault) in
            do {
                return try CounterDesk(
                    lists: lists, roots: roots, recipients: recipients,
                    reader: reader.map(PictureReader.init) ?? (try? .installed()),
                    isSimulated: clock.isFixed, SodiumCrypto())
            } catch { throw ControlFault(error) }
        }
        self.threads = threads
        self.clock = clock
        state = Mutex(State(counter: counter))
    }

    /// The verdict on a text: that of a code, as a scanner types it, with anything around it.
    ///
    /// Throws only what ``verdict(onFile:)`` throws of the machine.
    public func verdict(onText text: String) async throws(ControlFault) -> ControlVerdict {
        try await verdict { reading in reading.findings(inText: text) }
    }

    /// The verdict on the bytes of a picture, a PDF or a text, told apart by themselves.
    ///
    /// At most 32 MiB. Throws what ``verdict(onFile:)`` throws.
    public func verdict(onBytes bytes: [UInt8]) async throws(ControlFault) -> ControlVerdict {
        try await verdict { reading throws(FileFault) in try reading.findings(inBytes: bytes) }
    }

    /// The verdict on a file: a picture, a document or a text, told apart by its bytes.
    ///
    /// - Throws: A ``ControlFault`` if nothing could be judged because of the machine: `not-found`,
    ///   `not-a-file`, `not-allowed`, `too-large` (more than 32 MiB) or `io` of the file; and of
    ///   the reader `reader-missing`, `reader-crashed`, `reader-timed-out` and the other reasons of
    ///   `internal-error` (Spec/verdicts.md 2).
    public func verdict(onFile path: String) async throws(ControlFault) -> ControlVerdict {
        try await verdict { reading throws(FileFault) in try reading.findings(in: .file(path)) }
    }

    /// How the lists in use are, and whether those installed last could be used.
    public func listsReport() async -> ListsReport {
        await threads.run {
            let now = self.clock.now
            _ = self.judge(at: now)
            return self.state.withLock {
                ListsReport(health: $0.counter.health(at: now), fault: $0.fault)
            }
        }
    }

    private func verdict(
        _ findings: @escaping @Sendable (InputReading) throws(FileFault) -> InputFindings
    ) async throws(ControlFault) -> ControlVerdict {
        try await threads.run { () throws(ControlFault) in
            let now = self.clock.now
            let judge = self.judge(at: now)
            let verdict: Verdict
            do throws(FileFault) {
                verdict = judge.verdict(on: try findings(judge.reading), at: now)
            } catch { throw ControlFault(error) }
            if verdict.code == .internalError { throw ControlFault(verdict) }
            return ControlVerdict(verdict: verdict, isSimulated: self.clock.isFixed)
        }
    }

    /// What to judge with at `now`, after a look for new lists.
    private func judge(at now: Instant) -> ScanJudge<SodiumCrypto> {
        state.withLock { state in
            if !clock.isFixed {
                switch state.counter.refresh(at: now) {
                case .unchanged: break
                case .loaded: state.fault = nil
                case .kept(let error): state.fault = ControlFault(error)
                }
            }
            return state.counter.judge
        }
    }
}

/// What time it is at a place of control.
public enum ControlClock: Equatable, Sendable {
    /// The machine's clock, looked at for every check.
    case system
    /// Always this instant, for trials: verdicts say that they are simulated, and new lists are
    /// not looked for.
    case fixed(secondsSince1970: Int64)

    var isFixed: Bool { self != .system }

    var now: Instant {
        switch self {
        case .system: Instant(seconds: Int64(time(nil)))
        case .fixed(let seconds): Instant(seconds: seconds)
        }
    }
}
