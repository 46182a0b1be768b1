internal import Glibc
internal import SpoolFiles
internal import Spooling

/// Threads that judge scans, so that slow disks and readers never block the loop.
///
/// Safety: everything shared is touched under `lock` only; the two C objects live as long as the
/// process, since threads are never told to end.
@safe
final class WorkerPool: @unchecked Sendable {
    private let lock: UnsafeMutablePointer<pthread_mutex_t>
    private let hasWork: UnsafeMutablePointer<pthread_cond_t>
    private let bell: Bell
    private let context: DaemonContext
    private var jobs: [ScanWork] = []
    private var results: [ScanWork.Result] = []
    private var held: HeldScans?
    private var hasToldFault = false
    /// Workers that wait for work.
    private var idleCount = 0

    /// Rings the bell after this many results while more work waits; the loop looks by itself
    /// every `batchWaitMilliseconds`.
    private static let handful = 64

    /// Starts `count` threads; `bell` is rung when there are results to take.
    init(_ count: Int, _ bell: Bell, _ context: DaemonContext) {
        self.bell = bell
        self.context = context
        unsafe lock = UnsafeMutablePointer.allocate(capacity: 1)
        unsafe hasWork = UnsafeMutablePointer.allocate(capacity: 1)
        unsafe pthread_mutex_init(lock, nil)
        unsafe pthread_cond_init(hasWork, nil)
        for number in 0..<count { start(number) }
    }

    /// Where workers write down what they hold.
    func use(_ held: HeldScans) { locked { self.held = held } }

    /// Nothing that workers hold counts against a scan any more.
    func forgetHeld() {
        let held = locked {
            defer { self.held = nil }
            return self.held
        }
        held?.forget()
    }

    func add(_ work: ScanWork) {
        let isAwaited = locked {
            jobs.append(work)
            return idleCount > 0
        }
        if isAwaited { unsafe _ = pthread_cond_signal(hasWork) }
    }

    /// Takes back what nobody has begun.
    func withdraw() -> [ClaimedName] {
        locked {
            defer { jobs.removeAll() }
            return jobs.map(\.scan)
        }
    }

    /// Whether there is work that nobody has begun, or results that nobody has taken: a worker
    /// rings for a handful of them, or when it has nothing more to do.
    var hasNews: Bool { locked { !jobs.isEmpty || !results.isEmpty } }

    /// What was done since the last call.
    func takeResults() -> [ScanWork.Result] {
        locked {
            defer { results.removeAll() }
            return results
        }
    }

    private func locked<Value>(_ body: () -> Value) -> Value {
        unsafe _ = pthread_mutex_lock(lock)
        defer { unsafe _ = pthread_mutex_unlock(lock) }
        return body()
    }

    private func start(_ number: Int) {
        final class Start {
            let pool: WorkerPool
            let number: Int
            init(_ pool: WorkerPool, _ number: Int) { (self.pool, self.number) = (pool, number) }
        }
        var thread = pthread_t()
        let start = unsafe Unmanaged.passRetained(Start(self, number))
        unsafe pthread_create(
            &thread, nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                let start = unsafe Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
                start.pool.work(as: start.number)
                return nil
            }, start.toOpaque())
        pthread_detach(thread)
    }

    private func work(as number: Int) {
        var isHolding = false
        while true {
            let (work, held) = next(for: number, &isHolding)
            // Takes the place of the one before in this worker's slot.
            tell(held?.note(work.scan.identifier, worker: number))
            isHolding = held != nil
            let result = work.run()
            let isWorthTelling = locked {
                results.append(result)
                return jobs.isEmpty || results.count == WorkerPool.handful
            }
            if isWorthTelling { bell.ring() }
        }
    }

    /// A disk that refuses does so for every scan: once is enough.
    private func tell(_ error: String?) {
        guard let error else { return }
        let isFirst = locked {
            defer { hasToldFault = true }
            return !hasToldFault
        }
        if isFirst { context.log.write(.slotFault(error: error)) }
    }

    /// The next work; a worker that has to wait for it holds nothing any more.
    private func next(for number: Int, _ isHolding: inout Bool) -> (ScanWork, HeldScans?) {
        unsafe _ = pthread_mutex_lock(lock)
        defer { unsafe _ = pthread_mutex_unlock(lock) }
        while jobs.isEmpty {
            if isHolding, let held {
                isHolding = false
                unsafe _ = pthread_mutex_unlock(lock)
                tell(held.note(nil, worker: number))
                unsafe _ = pthread_mutex_lock(lock)
            } else {
                idleCount += 1
                unsafe _ = pthread_cond_wait(hasWork, lock)
                idleCount -= 1
            }
        }
        return (jobs.removeFirst(), held)
    }
}
