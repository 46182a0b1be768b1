/// What performs the brain's actions: the real folders, or a test's.
package protocol SpoolStore {
    /// The instant of the next decision.
    var moment: SpoolMoment { get }

    /// Does one thing; an action that looks answers with what it saw.
    mutating func perform(_ action: SpoolAction) throws(SpoolFault) -> SpoolEvent?
}

/// A step that the disk refused.
package struct SpoolFault: Error, Equatable, Sendable {
    /// A stable word, such as `commit`.
    package let step: String
    /// The name of the error number, such as `ENOSPC`.
    package let error: String

    package init(step: String, error: String) {
        self.step = step
        self.error = error
    }
}

/// The brain and the order in which its actions are done; the daemon and its simulation share it.
package struct SpoolMachine: Sendable {
    package private(set) var brain: SpoolBrain
    private var actions = Queue<SpoolAction>()
    /// The brain has said that it is over.
    package var isStopped: Bool { brain.phase == .stopped && actions.isEmpty }

    package init(_ settings: SpoolSettings) { brain = SpoolBrain(settings) }

    /// Does everything that follows from an event.
    package mutating func handle(_ event: SpoolEvent, on store: inout some SpoolStore) {
        plan(for: event, at: store.moment)
        while let action = actions.popFirst() {
            do throws(SpoolFault) {
                if let answer = try store.perform(action) {
                    if case .notCommitted(let scan, _) = answer {
                        actions.remove(.publish(scan))
                    }
                    plan(for: answer, at: store.moment)
                }
                if case .settled = action { brain.noteSuccess() }
            } catch {
                let undone = Array(actions.elements)
                actions.removeAll()
                plan(
                    for: .failed(step: error.step, error: error.error, undone: undone),
                    at: store.moment)
            }
        }
    }

    private mutating func plan(for event: SpoolEvent, at now: SpoolMoment) {
        for action in brain.handle(event, at: now) { actions.append(action) }
    }
}
