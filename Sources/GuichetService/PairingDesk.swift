internal import Files
internal import JSONFields
package import Proofs
internal import Synchronization
internal import Threads
internal import WebRules

/// Gives a browser that knows the code a token of its own, and knows it again
/// (Spec/guichet.md 6.3).
package final class PairingDesk: Sendable {
    private struct State {
        /// The code that was tried last, and how often in vain.
        var code: PairingCode?
        var wrongTries = 0
        var bucket: RateBucket
    }

    private let devices: PairedDevices
    private let now: @Sendable () -> Instant
    private let milliseconds: @Sendable () -> Int64
    private let state: Mutex<State>
    private let threads = BlockingThreads()

    /// Tries of all browsers together: so many at once, and one a second.
    static let burst = 10

    /// `milliseconds` are those of a clock that nobody sets back.
    package init(
        _ devices: PairedDevices, now: @escaping @Sendable () -> Instant,
        milliseconds: @escaping @Sendable () -> Int64
    ) {
        self.devices = devices
        self.now = now
        self.milliseconds = milliseconds
        let bucket = RateBucket(
            capacity: PairingDesk.burst, perSecond: 1, at: milliseconds())
        state = Mutex(State(bucket: bucket))
    }

    /// Whether an Authorization field has the token of a device.
    func knows(_ authorization: [String]) async -> Bool {
        let scheme = "Bearer "
        guard authorization.count == 1, let field = authorization.first, field.hasPrefix(scheme),
            field.utf8.count == scheme.utf8.count + 2 * GuichetToken.byteCount
        else { return false }
        let token = String(field.dropFirst(scheme.count))
        return await threads.run { self.devices.know(token) }
    }

    /// The token of a new device and its name, for who typed the code.
    ///
    /// Throws `WebRefusal.wrongCode` for any other text, `.tooMany`, or `.unavailable` if the
    /// folder of devices cannot be written.
    func pair(_ typed: [UInt8]) async throws(WebRefusal) -> JSONValue {
        try await threads.run { () throws(WebRefusal) in
            try self.state.withLock { state throws(WebRefusal) in
                guard state.bucket.take(at: self.milliseconds()) else { throw .tooMany }
                do {
                    return try self.device(for: typed, &state)
                } catch let refusal as WebRefusal {
                    throw refusal
                } catch {
                    throw .unavailable
                }
            }
        }
    }

    private func device(for typed: [UInt8], _ state: inout State) throws -> JSONValue {
        let code = try PairingCode(of: devices)
        if code != state.code {
            state.code = code
            state.wrongTries = 0
        }
        let now = now()
        guard let code, code.isGood(at: now) else { throw WebRefusal.wrongCode }
        guard code.isTyped(typed) else {
            state.wrongTries += 1
            if state.wrongTries >= PairingCode.mostTries { try PairingCode.remove(from: devices) }
            throw WebRefusal.wrongCode
        }
        // First the code goes: if the disk fails behind it, the person asks for another.
        try PairingCode.remove(from: devices)
        let token = GuichetToken(devices.crypto)
        try devices.add(PairedDevice(token.text, name: code.name, at: now, devices.crypto))
        return .object(["token": .string(token.text), "name": .string(code.name)])
    }
}
