internal import Glibc
internal import Synchronization

/// Threads for work that waits for a disk or a process.
///
/// Swift's concurrency has as many threads as processors: one that waits holds up the program. Ours
/// begin when there is work and end when there is none.
package final class BlockingThreads: Sendable {
    /// Something to do that may wait.
    package typealias Job = @Sendable () -> Void

    private struct Queue {
        var jobs: [Job] = []
        var threadCount = 0
    }

    private let queue = Mutex(Queue())
    private let limit: Int

    /// At most `limit` threads at a time, or one a processor.
    package init(limit: Int? = nil) {
        self.limit = max(1, limit ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }

    /// What `work` returns or throws, run on a thread of ours.
    package func run<Value: Sendable, Fault>(
        _ work: @escaping @Sendable () throws(Fault) -> Value
    ) async throws(Fault) -> Value {
        let result = await withCheckedContinuation { continuation in
            add { continuation.resume(returning: Result(catching: work)) }
        }
        return try result.get()
    }

    /// Runs `job` on a thread of ours, after what waits already.
    package func add(_ job: @escaping Job) {
        let isShort = queue.withLock { queue in
            queue.jobs.append(job)
            guard queue.threadCount < limit else { return false }
            queue.threadCount += 1
            return true
        }
        if isShort { start() }
    }

    private func start() {
        var thread = pthread_t()
        let pool = unsafe Unmanaged.passRetained(self)
        let error = unsafe pthread_create(
            &thread, nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                unsafe Unmanaged<BlockingThreads>.fromOpaque(argument).takeRetainedValue().work()
                return nil
            }, pool.toOpaque())
        if error == 0 {
            pthread_detach(thread)
        } else {
            // The system gives no thread: the work is done here rather than never.
            unsafe pool.takeRetainedValue().work()
        }
    }

    /// Does what waits, until nothing does.
    private func work() {
        while let job = next() { job() }
    }

    private func next() -> Job? {
        queue.withLock { queue in
            guard !queue.jobs.isEmpty else {
                queue.threadCount -= 1
                return nil
            }
            return queue.jobs.removeFirst()
        }
    }
}
