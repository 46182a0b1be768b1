package import Counter
internal import Explaining
internal import Files
internal import JSONFields
internal import ListFiles
internal import Lists
package import Proofs
internal import Reporting
package import Sodium
internal import Synchronization
internal import Threads
internal import Verification
internal import WebRules

/// A counter as the page asks it: bytes to a verdict object, and how the lists are.
///
/// Every question looks first whether new lists were installed. Disk and reader are waited for on
/// threads of the desk's own, never on those that serve connections.
package final class GuichetDesk: Sendable {
    private struct State {
        var counter: CounterDesk
        /// Why the lists that were installed last are not those that are used.
        var fault: Explanation?
        var inputCount = 0
    }

    /// Inputs that are held at the same time, of up to 32 MiB each.
    package static let mostInputs = 8

    private let state: Mutex<State>
    private let crypto: SodiumCrypto
    private let now: @Sendable () -> Instant
    private let threads = BlockingThreads()

    /// `now` is looked at for every question.
    package init(
        _ counter: CounterDesk, now: @escaping @Sendable () -> Instant, _ crypto: SodiumCrypto
    ) {
        state = Mutex(State(counter: counter))
        self.now = now
        self.crypto = crypto
    }

    /// Takes a place for an input; false if all are taken.
    func takePlace() -> Bool {
        state.withLock { state in
            guard state.inputCount < GuichetDesk.mostInputs else { return false }
            state.inputCount += 1
            return true
        }
    }

    func givePlaceBack() { state.withLock { $0.inputCount -= 1 } }

    /// The verdict object on an input (Spec/verdicts.md 3), with `codes` if `several` is asked for.
    ///
    /// Throws `WebRefusal.unavailable` if the machine has no memory for the input.
    func verdict(
        onBytes bytes: [UInt8], several: Bool, _ language: Language
    ) async throws(WebRefusal) -> JSONValue {
        try await threads.run { () throws(WebRefusal) in
            let now = self.now()
            let judge = self.judge(at: now)
            let findings: InputFindings
            do throws(FileFault) { findings = try judge.reading.findings(inBytes: bytes) } catch {
                throw .unavailable
            }
            let verdicts =
                several
                ? judge.verdicts(on: findings, at: now)
                : SeveralVerdicts(whole: judge.verdict(on: findings, at: now))
            return VerdictObject.json(
                verdicts.whole, codes: several ? verdicts.codes.map { ($0.page, $0.verdict) } : nil,
                input: "-", simulated: false, language)
        }
    }

    /// The state of the lists (Spec/lists.md 6.5); a fault of the lists installed last is among its
    /// `faults`.
    func lists(_ language: Language) async -> JSONValue {
        await threads.run {
            let now = self.now()
            _ = self.judge(at: now)
            return self.state.withLock { state in
                let loaded = state.counter.lists
                let roots = loaded.edition.roots
                return ListsHealthObject.json(
                    state.counter.health(at: now), roots: roots,
                    fingerprint: roots.fingerprint(self.crypto),
                    digests: loaded.edition.digests(self.crypto),
                    faults: loaded.faults + (state.fault.map { [$0] } ?? []), language)
            }
        }
    }

    /// The worst of the lists and the clock.
    func health() async -> ListsHealth.State {
        await threads.run {
            let now = self.now()
            _ = self.judge(at: now)
            return self.state.withLock { $0.counter.health(at: now).state }
        }
    }

    /// What to judge with at `now`, after a look for new lists.
    private func judge(at now: Instant) -> ScanJudge<SodiumCrypto> {
        state.withLock { state in
            switch state.counter.refresh(at: now) {
            case .unchanged: break
            case .loaded: state.fault = nil
            case .kept(let error):
                state.fault =
                    (error as? any Explained)?.explanation ?? WebRefusal.unforeseen.explanation
            }
            return state.counter.judge
        }
    }
}
