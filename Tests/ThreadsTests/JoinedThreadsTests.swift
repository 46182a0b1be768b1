import Glibc
import Synchronization
import Testing

import Threads

/// One call, several processors, one order.
@Suite(.timeLimit(.minutes(1))) struct JoinedThreadsTests {
    private struct Refused: Error, Equatable { let item: Int }

    private final class Shared: Sendable {
        let begun = Atomic(0)
        let hasEnded = Atomic(false)
    }

    /// Items that all wait for each other: one thread alone would wait for ever.
    @Test func worksOnAsManyItemsAtOnceAsItHasThreads() {
        let shared = Shared()
        let outcome = JoinedThreads.map([1, 2, 3, 4], limit: 4) { item in
            shared.begun.add(1, ordering: .acquiringAndReleasing)
            while shared.begun.load(ordering: .acquiring) < 4 { usleep(1_000) }
            return item
        }
        #expect(outcome.values == [1, 2, 3, 4] && outcome.fault == nil)
    }

    @Test(arguments: [1, 2, 7, 1_000])
    func keepsTheOrderOfItems(limit: Int) {
        let items = Array(0..<500)
        #expect(JoinedThreads.map(items, limit: limit) { $0 * 2 }.values == items.map { $0 * 2 })
        #expect(JoinedThreads.map([Int](), limit: limit) { $0 }.values.isEmpty)
    }

    /// Another thread may have gone on with a later item, whose value nobody gets.
    @Test(arguments: [1, 2, 3])
    func endsBeforeTheFirstItemThatFails(limit: Int) {
        let shared = Shared()
        let outcome = JoinedThreads.map(Array(0..<1_000), limit: limit) { item in
            shared.begun.add(1, ordering: .relaxed)
            if item >= 20 { throw Refused(item: item) }
            return item
        }
        #expect(outcome.values == Array(0..<20))
        #expect(outcome.fault as? Refused == Refused(item: 20))
        let begun = shared.begun.load(ordering: .relaxed)
        #expect(begun <= 20 + limit)
    }

    @Test func doesTwoThingsAtOnceAndWaitsForBoth() throws {
        let shared = Shared()
        let work = { @Sendable () -> Int in
            shared.begun.add(1, ordering: .releasing)
            usleep(20_000)
            shared.hasEnded.store(true, ordering: .releasing)
            return 7
        }
        let value = JoinedThreads.run(work) {
            while shared.begun.load(ordering: .acquiring) == 0 { usleep(1_000) }
        }
        #expect(value == 7)
        shared.hasEnded.store(false, ordering: .releasing)
        #expect(throws: Refused(item: 1)) {
            _ = try JoinedThreads.run(work) { throw Refused(item: 1) }
        }
        let hasEnded = shared.hasEnded.load(ordering: .acquiring)
        #expect(hasEnded)
    }
}
