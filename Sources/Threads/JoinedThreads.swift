internal import Glibc
internal import Synchronization

/// Threads that begin and end within one call, for work that wants all processors.
///
/// They outlive nothing: once a call returns, its threads have ended.
package enum JoinedThreads {
    /// How many threads there are at a time: one a processor.
    package static var usualLimit: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

    /// What `transform` makes of `items`, in their order, on at most `limit` threads at a time.
    ///
    /// Items are begun in their order, and none after one for which it throws. Returns the values
    /// of the items before the first such one, and what it threw.
    package static func map<Item: Sendable, Value: Sendable>(
        _ items: [Item], limit: Int = usualLimit,
        _ transform: @escaping @Sendable (Item) throws -> Value
    ) -> (values: [Value], fault: (any Error)?) {
        let round = Round(items, transform)
        // The caller's is one of them.
        let others = (1..<max(1, min(limit, items.count))).map { _ in
            JoinedThread { round.work() }
        }
        round.work()
        for thread in others { thread.join() }
        return round.result
    }

    /// Runs `work` on a thread of its own while the caller runs `meanwhile`; both have ended when
    /// it returns or throws.
    package static func run<Value: Sendable>(
        _ work: @escaping @Sendable () -> Value, meanwhile: () throws -> Void
    ) rethrows -> Value {
        let round = Round([()], { work() })
        let thread = JoinedThread { round.work() }
        do { try meanwhile() } catch {
            thread.join()
            throw error
        }
        thread.join()
        return round.result.values[0]
    }
}

/// The items of one call, which its threads take one after the other.
private final class Round<Item: Sendable, Value: Sendable>: Sendable {
    private struct State {
        var next = 0
        var values: [Value?]
        var fault: (place: Int, error: any Error)?
    }

    private let items: [Item]
    private let transform: @Sendable (Item) throws -> Value
    private let state: Mutex<State>

    init(_ items: [Item], _ transform: @escaping @Sendable (Item) throws -> Value) {
        self.items = items
        self.transform = transform
        state = Mutex(State(values: [Value?](repeating: nil, count: items.count)))
    }

    /// Until nothing is left to begin.
    func work() {
        while let place = take() {
            do {
                let value = try transform(items[place])
                state.withLock { $0.values[place] = value }
            } catch {
                state.withLock { state in
                    if let fault = state.fault, fault.place < place { return }
                    state.fault = (place, error)
                }
            }
        }
    }

    private func take() -> Int? {
        state.withLock { state in
            guard state.fault == nil, state.next < items.count else { return nil }
            state.next += 1
            return state.next - 1
        }
    }

    /// All items before the first that failed were begun before it.
    var result: (values: [Value], fault: (any Error)?) {
        state.withLock { state in
            let end = state.fault?.place ?? items.count
            return (state.values[..<end].compactMap { $0 }, state.fault?.error)
        }
    }
}

/// One thread of the system, which somebody waits for.
private final class JoinedThread {
    private final class Body: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    private var thread: pthread_t?

    init(_ body: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let retained = unsafe Unmanaged.passRetained(Body(body))
        let error = unsafe pthread_create(
            &thread, nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, retained.toOpaque())
        if error == 0 {
            self.thread = thread
        } else {
            // The system gives no thread: the work is done here rather than never.
            unsafe retained.takeRetainedValue().run()
        }
    }

    func join() {
        guard let thread else { return }
        pthread_join(thread, nil)
        self.thread = nil
    }
}
