internal import Glibc
package import Spooling

/// Which scans workers hold, written where it outlives the process
/// (Spec/spool.md 3 "Attempts").
///
/// One slot of fixed size for each worker; not flushed, since no scan causes a power cut.
package final class HeldScans: Sendable {
    private static let name = ".judging"
    private static let slot = ArrivalIdentifier.byteCount + 1
    private static let slots = 64
    private static let nothing = String(repeating: "-", count: slot - 1)

    private let number: Int32

    /// Opens the slots, and adds to `left` what the last daemon left in them.
    package init(
        _ folders: SpoolFolders, left: inout Set<ArrivalIdentifier>
    ) throws(SpoolFault) {
        let number = folders.work.open(HeldScans.name, O_RDWR | O_CREAT, mode: 0o600)
        guard number >= 0 else { throw .last("open-slots") }
        var bytes = [UInt8](repeating: 0, count: HeldScans.slot * HeldScans.slots)
        let count = unsafe pread(number, &bytes, bytes.count, 0)
        guard count >= 0 else {
            let fault = SpoolFault.last("open-slots")
            close(number)
            throw fault
        }
        self.number = number
        for start in stride(from: 0, to: max(0, count), by: HeldScans.slot) {
            let slot = bytes[start..<min(start + ArrivalIdentifier.byteCount, bytes.count)]
            if let arrival = ArrivalIdentifier(String(decoding: slot, as: UTF8.self)) {
                left.insert(arrival)
            }
        }
        forget()
    }

    deinit { close(number) }

    /// Empties the slots.
    package func forget() { _ = ftruncate(number, 0) }

    /// Worker `worker` has taken a scan, or (nil) is done with it.
    ///
    /// Returns the name of the error if that could not be written. No scan is lost; after a crash
    /// nobody knows which scan caused it.
    package func note(_ arrival: ArrivalIdentifier?, worker: Int) -> String? {
        let bytes = Array((arrival?.description ?? HeldScans.nothing).utf8) + [0x0A]
        let place = off_t(worker * HeldScans.slot)
        while unsafe pwrite(number, bytes, bytes.count, place) != bytes.count {
            if errno != EINTR { return ErrorName.last }
        }
        return nil
    }
}
