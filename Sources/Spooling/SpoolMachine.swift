package import Explaining

/// Performs the brain's actions: on the real folders, or on a test's.
package protocol SpoolStore {
    /// The instant of the next decision.
    var moment: SpoolMoment { get }

    /// Performs one step; one that looks returns what it saw.
    mutating func perform(_ action: FolderAction) throws(SpoolFault) -> FolderEvent?
    mutating func perform(_ action: DaemonAction) throws(SpoolFault) -> DaemonEvent?
}

/// One instant, by two clocks: the brain reads neither.
package struct SpoolMoment: Equatable, Sendable {
    /// Milliseconds since 1970: for names and for ages of days; may jump.
    package let wall: Int64
    /// Milliseconds of a clock that only rises: for waits.
    package let steady: Int64

    package init(wall: Int64, steady: Int64) {
        self.wall = wall
        self.steady = steady
    }
}

/// A step that the disk refused.
package struct SpoolFault: Explained, Equatable {
    /// A stable word, such as `commit`.
    package let step: String
    /// The name of the error number, such as `ENOSPC`.
    package let error: String

    package init(step: String, error: String) {
        self.step = step
        self.error = error
    }

    package var explanation: Explanation {
        Explanation(
            step, .files,
            "le disque a refusé une étape (\(step), \(error))",
            "the disk refused a step (\(step), \(error))")
    }
}

/// The brain, and the order in which its actions are performed; the daemon and its simulation
/// share it.
package struct SpoolMachine: Sendable {
    package private(set) var brain: SpoolBrain
    private var actions = Queue<SpoolAction>()
    /// The brain has stopped and nothing is left to perform.
    package var isStopped: Bool { brain.phase == .stopped && actions.isEmpty }

    package init(_ settings: SpoolSettings) { brain = SpoolBrain(settings) }

    /// Performs everything that follows from news of the folders.
    package mutating func handle(_ event: FolderEvent, on store: inout some SpoolStore) {
        handle(.folders(event), on: &store)
    }

    /// Performs everything that follows from news of the daemon.
    package mutating func handle(_ event: DaemonEvent, on store: inout some SpoolStore) {
        handle(.daemon(event), on: &store)
    }

    /// Performs everything that follows from an event.
    private mutating func handle(_ event: SpoolEvent, on store: inout some SpoolStore) {
        plan(for: event, at: store.moment)
        while let action = actions.popFirst() {
            do throws(SpoolFault) {
                if let answer = try perform(action, on: &store) {
                    plan(for: answer, at: store.moment)
                }
            } catch {
                let undone = Array(actions.elements)
                actions.removeAll()
                plan(
                    for: .daemon(.failed(step: error.step, error: error.error, undone: undone)),
                    at: store.moment)
            }
        }
    }

    private mutating func perform(
        _ action: SpoolAction, on store: inout some SpoolStore
    ) throws(SpoolFault) -> SpoolEvent? {
        switch action {
        case .folders(let action):
            let answer = try store.perform(action)
            // The verdict on a scan that cannot be moved is not published.
            if case .notCommitted(let scan, _) = answer {
                actions.remove(.folders(.publish(scan)))
            }
            return answer.map { .folders($0) }
        case .daemon(let action):
            let answer = try store.perform(action)
            if case .settled = action { brain.noteSuccess() }
            return answer.map { .daemon($0) }
        }
    }

    private mutating func plan(for event: SpoolEvent, at now: SpoolMoment) {
        for action in brain.handle(event, at: now) { actions.append(action) }
    }
}
