package import Proofs

/// The state of the lists in force at an instant, for a monitor or an administrator.
package struct ListsHealth: Equatable, Sendable {
    /// How far the lists can be relied on, from good to bad.
    package enum State: String, Comparable, Sendable {
        case ok = "ok"
        /// Everything is answered, with the age of a list beside it.
        case aging = "aging"
        /// Some justificatifs, or all, cannot be checked.
        case stale = "stale"
        case clockSuspect = "clock-suspect"
        /// No trust list was ever installed.
        case notConfigured = "not-configured"

        package static func < (first: State, second: State) -> Bool {
            first.rank < second.rank
        }

        private var rank: Int {
            switch self {
            case .ok: 0
            case .aging: 1
            case .stale: 2
            case .clockSuspect: 3
            case .notConfigured: 4
            }
        }
    }

    /// The numbers and dates of one list.
    package struct Entry: Equatable, Sendable {
        package let sequence: UInt64
        package let issued: Instant
        package let warnAfter: Instant
        package let refuseAfter: Instant
        package let state: State

        /// Whole days since it was issued, 0 when that is to come.
        package let ageDays: Int
    }

    /// One revocation list that the trust list names, and what is kept of it.
    package struct Revocations: Equatable, Sendable {
        package let identifier: String
        /// Nil when the trust list names it and it is missing.
        package let entry: Entry?
        package let content: RevocationListContent?
    }

    package let trust: Entry?
    /// One for each list the trust list names, by identifier.
    package let revocations: [Revocations]
    package let now: Instant
    /// The latest of the signed instants; nil without lists.
    package let signedFloor: Instant?
    package let observed: Instant?
    /// Whether this machine's clock is earlier than what is known of the time already.
    ///
    /// The one judgement of it: commands, checks and metrics ask here (Spec/lists.md 5, O1).
    package let isClockSuspect: Bool

    package init(_ lists: ListsInForce, at now: Instant) {
        self.now = now
        observed = lists.observed
        guard let content = lists.trust?.content else {
            trust = nil
            revocations = []
            signedFloor = nil
            isClockSuspect = false
            return
        }
        trust = Entry(
            content.sequence, content.issued, content.warnAfter, content.refuseAfter, at: now)
        revocations = content.revocationSources.map { source in
            let list = lists.revocations[source.identifier]?.content
            let entry = list.map {
                Entry($0.sequence, $0.issued, $0.warnAfter, $0.refuseAfter, at: now)
            }
            return Revocations(identifier: source.identifier, entry: entry, content: list)
        }
        let signed = lists.revocations.values.map(\.content.issued).reduce(content.issued, max)
        signedFloor = signed
        let floor = ClockFloor.instant(
            trust: content, lists: lists.revocations.values.map(\.content),
            observed: lists.observed)
        isClockSuspect = ClockFloor.isSuspect(now, floor: floor)
    }

    /// The worst of all.
    package var state: State {
        guard let trust else { return .notConfigured }
        let lists = revocations.map { $0.entry?.state ?? .stale } + [trust.state]
        let worst = lists.max() ?? .ok
        return isClockSuspect ? max(worst, .clockSuspect) : worst
    }
}

extension ListsHealth.Entry {
    init(
        _ sequence: UInt64, _ issued: Instant, _ warnAfter: Instant, _ refuseAfter: Instant,
        at now: Instant
    ) {
        self.sequence = sequence
        self.issued = issued
        self.warnAfter = warnAfter
        self.refuseAfter = refuseAfter
        state = now >= refuseAfter ? .stale : now >= warnAfter ? .aging : .ok
        ageDays = max(0, now.day.number - issued.day.number)
    }
}
