internal import Console
internal import Glibc
internal import JSONFields
internal import Proofs

/// The log: one JSON object a line on standard error.
///
/// Events have stable names; no event carries a name, a file name, a token, or a hash of one.
enum EventLog {
    static func write(_ event: String, _ fields: [String: JSONValue] = [:]) {
        let now = Instant(seconds: SystemClock.seconds())
        let all = fields.merging(
            ["event": .string(event), "at": .string(now.description)], uniquingKeysWith: { $1 })
        guard let line = try? JSONValue.object(all).line() else { return }
        let bytes = Array("\(line)\n".utf8)
        unsafe _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    }
}
