@testable import Spooling

/// A brain that has started on empty folders, with room; the clocks are the test's.
struct Bench {
    var brain: SpoolBrain
    var now = SpoolMoment(wall: 1_790_000_000_000, steady: 0)

    struct NotClaimed: Error {}

    init(_ change: (inout SpoolSettings) -> Void = { _ in }) {
        self.init(recovering: SpoolListing(), change)
        for _ in 0..<3 { _ = tell(.tick) }
        _ = tell(.space(SpoolSpace(freeBytes: .max, freeFiles: nil)))
    }

    /// A brain that has just looked at what a stop left.
    init(recovering listing: SpoolListing, _ change: (inout SpoolSettings) -> Void = { _ in }) {
        var settings = SpoolSettings()
        change(&settings)
        brain = SpoolBrain(settings)
        _ = tell(.start)
        _ = tell(.opened(polling: false))
        _ = tell(.spoolListed(listing))
    }

    mutating func tell(_ event: FolderEvent, after milliseconds: Int64 = 0) -> [SpoolAction] {
        tell(.folders(event), after: milliseconds)
    }

    mutating func tell(_ event: DaemonEvent, after milliseconds: Int64 = 0) -> [SpoolAction] {
        tell(.daemon(event), after: milliseconds)
    }

    private mutating func tell(_ event: SpoolEvent, after milliseconds: Int64) -> [SpoolAction] {
        now = SpoolMoment(wall: now.wall + milliseconds, steady: now.steady + milliseconds)
        return brain.handle(event, at: now)
    }

    /// The same, and says that there is room on the disk if the brain asks.
    mutating func tellWithRoom(
        _ event: FolderEvent, after milliseconds: Int64 = 0
    ) -> [SpoolAction] {
        tellWithRoom(.folders(event), after: milliseconds)
    }

    mutating func tellWithRoom(
        _ event: DaemonEvent, after milliseconds: Int64 = 0
    ) -> [SpoolAction] {
        tellWithRoom(.daemon(event), after: milliseconds)
    }

    private mutating func tellWithRoom(
        _ event: SpoolEvent, after milliseconds: Int64
    ) -> [SpoolAction] {
        let actions = tell(event, after: milliseconds)
        guard actions.contains(.folders(.measureSpace)) else { return actions }
        return actions + tell(.space(SpoolSpace(freeBytes: .max, freeFiles: nil)))
    }

    /// Announces and claims a scan; what it is to do with it.
    mutating func take(_ name: String) throws -> (ClaimedName, [SpoolAction]) {
        let actions = tell(.renamedIn(Array(name.utf8)))
        for case .folders(.claim(let bytes, let scan)) in actions {
            return (scan, tell(.claimed(scan, bytes)))
        }
        throw NotClaimed()
    }

    /// A file of `in/` that was changed so long ago.
    func entry(_ name: String, age: Int64, size: Int64 = 1) -> ArrivalEntry {
        ArrivalEntry(name: Array(name.utf8), stamp: .init(changed: now.wall - age, size: size))
    }

    static func claims(_ actions: [SpoolAction]) -> [String] {
        actions.compactMap { action in
            if case .folders(.claim(let name, _)) = action {
                return String(decoding: name, as: UTF8.self)
            }
            return nil
        }
    }
}
