internal import Files
internal import JSONFields
package import Lists
package import Proofs

extension ListsFolder {
    private static let clockFormat = "justificatif-clock/1"

    /// The latest time seen here; nil when none was kept or it cannot be read, since the signed
    /// instants still count.
    package func observed() -> Instant? {
        let path = file(ListsFolder.clockName)
        guard let bytes = try? FileReading.bytes(of: path, limit: 4_096),
            let value = try? JSONValue(parsing: bytes, from: path),
            var fields = try? JSONFields(value, at: path),
            (try? fields.text("format")) == ListsFolder.clockFormat,
            let text = try? fields.text("observed")
        else { return nil }
        return Instant(text)
    }

    /// Writes the time down, about once an hour, where that is allowed.
    ///
    /// Returns the lists with what is known of the time now, nil when that is nothing new. Not
    /// for a simulated instant.
    @discardableResult
    package func observe(_ now: Instant, _ lists: ListsInForce) -> ListsInForce? {
        guard let trust = lists.trust?.content,
            let next = ClockFloor.observation(at: now, previous: lists.observed, trust: trust)
        else { return nil }
        try? write(observed: next)
        return ListsInForce(trust: lists.trust, revocations: lists.revocations, observed: next)
    }

    /// Believes the machine's clock from now on, as far as the signed instants allow, and leaves
    /// a line in `clock.log`.
    package func acceptNow(_ now: Instant, signedFloor: Instant) throws {
        let accepted = max(now, signedFloor)
        let before = observed()?.description ?? "none"
        try FileWriting.append(
            line: "\(now) accepted; observed time was \(before), is now \(accepted)",
            to: file(ListsFolder.clockLogName))
        try write(observed: accepted)
    }

    private func write(observed: Instant) throws {
        let line = JSONValue.object([
            "format": .string(ListsFolder.clockFormat),
            "observed": .string(observed.description),
        ]).lineBytes()
        try FileWriting.write(line, to: file(ListsFolder.clockName), existing: .replace)
    }
}
