import Glibc
import Synchronization
import Testing

import Threads

/// Waiting must not hold up Swift's own threads.
@Suite(.timeLimit(.minutes(1))) struct BlockingThreadsTests {
    private struct Refused: Error {}

    private final class Gate: Sendable {
        let waiting = Mutex(0)
        let isOpen = Atomic(false)
    }

    /// Jobs that all wait for a task: they would wait for ever if they held the threads it needs.
    @Test func leavesTheThreadsOfSwiftToOthers() async {
        let threads = BlockingThreads()
        let gate = Gate()
        let count = sysconf(Int32(_SC_NPROCESSORS_ONLN))
        await withTaskGroup { group in
            for _ in 0..<count {
                group.addTask {
                    await threads.run {
                        gate.waiting.withLock { $0 += 1 }
                        while !gate.isOpen.load(ordering: .acquiring) { usleep(1_000) }
                    }
                }
            }
            group.addTask {
                while gate.waiting.withLock({ $0 }) < count { await Task.yield() }
                gate.isOpen.store(true, ordering: .releasing)
            }
        }
        #expect(gate.waiting.withLock { $0 } == count)
    }

    @Test func doesMoreThanItHasThreads() async {
        let threads = BlockingThreads()
        let done = await withTaskGroup { group in
            for number in 0..<200 { group.addTask { await threads.run { number } } }
            return await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(done == Set(0..<200))
    }

    @Test func throwsWhatTheWorkThrows() async {
        await #expect(throws: Refused.self) {
            try await BlockingThreads().run { () throws(Refused) in throw Refused() }
        }
    }
}
