/// When a file in `in/` may be taken: it was renamed in, or nothing has touched it for a while.
///
/// Network clients create, close, and open again to write: a closed file is not yet a whole one.
package struct Readiness: Sendable {
    /// How long a file that was written in place must be left alone.
    package static let quietMilliseconds: Int64 = 2_000
    /// How long to wait for an event before looking by ourselves.
    package static let rescanMilliseconds: Int64 = 5_000

    private var renamedIn: Set<[UInt8]> = []

    package init() {}

    /// Notes that a file arrived whole, by a rename.
    package mutating func arrived(_ name: [UInt8]) { renamedIn.insert(name) }

    /// Forgets arrivals, after all of them were looked at.
    package mutating func forget() { renamedIn.removeAll() }

    /// How long until the file may be taken; 0 or less means now.
    ///
    /// `changed` and `now` are milliseconds since 1970.
    package func wait(for name: [UInt8], changedAt changed: Int64, now: Int64) -> Int64 {
        if renamedIn.contains(name) { return 0 }
        let age = now - changed
        // A change in the future: the clock was set back, and quietness cannot be told by it.
        return age < 0 ? Readiness.quietMilliseconds : Readiness.quietMilliseconds - age
    }
}
