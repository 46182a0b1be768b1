internal import JSONFields
package import Proofs

/// The log of the signing service: one JSON object a line (Spec/signing.md 6).
///
/// No event says anything of a person.
package struct SigningLog: Sendable {
    private let clock: @Sendable () -> Instant
    private let sink: @Sendable ([UInt8]) -> Void

    /// `sink` takes a whole line, newline included, from any thread.
    package init(
        clock: @escaping @Sendable () -> Instant, to sink: @escaping @Sendable ([UInt8]) -> Void
    ) {
        self.clock = clock
        self.sink = sink
    }

    func started() { write("started") }
    func stopping() { write("stopping") }

    /// `peer` is the uid that connected, nil if the kernel did not say.
    func refused(peer: UInt32?) {
        write("peer-refused", ["uid": peer.map { .integer(Int64($0)) } ?? .null])
    }

    /// `ask` is nil for what was no request.
    func answered(_ ask: String?, _ result: String, milliseconds: Int64) {
        write(
            "answered",
            [
                "ask": ask.map { .string($0) } ?? .null, "result": .string(result),
                "milliseconds": .integer(milliseconds),
            ])
    }

    /// The answer could not be handed over; what it told of is registered or was refused.
    func lost(_ ask: String?) { write("answer-lost", ["ask": ask.map { .string($0) } ?? .null]) }

    private func write(_ event: String, _ fields: JSONObject = [:]) {
        var all = fields
        all["event"] = .string(event)
        all["at"] = .string(clock().description)
        sink(JSONValue.object(all).lineBytes())
    }
}
