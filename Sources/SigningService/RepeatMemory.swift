internal import Proofs
internal import SigningMessages

/// Which identifier a request got, for as long as a person may reload the page
/// (Spec/signing.md 5).
///
/// Nothing of a person is in it.
struct RepeatMemory {
    static let seconds: Int64 = 900
    static let greatestCount = 65_536

    struct Entry: Equatable {
        let identifier: ProofIdentifier
        /// When it was issued; a repetition is judged as of then.
        let instant: Instant
    }

    private var entries: [RequestKey: Entry] = [:]
    /// Keys in the order in which they were remembered.
    private var order: [RequestKey] = []

    /// Whether one more key can be remembered.
    var hasRoom: Bool { order.count < RepeatMemory.greatestCount }

    func entry(of key: RequestKey) -> Entry? { entries[key] }

    mutating func remember(_ entry: Entry, under key: RequestKey) {
        entries[key] = entry
        order.append(key)
    }

    /// Forgets what is 900 s old or older.
    mutating func forget(at now: Instant) {
        let isOld = { (key: RequestKey) in
            self.entries[key].map { now.seconds - $0.instant.seconds >= RepeatMemory.seconds }
                ?? true
        }
        let count = order.prefix(while: isOld).count
        for key in order.prefix(count) { entries[key] = nil }
        order.removeFirst(count)
    }
}
