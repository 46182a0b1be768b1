internal import Console
internal import Files
internal import Glibc
internal import JSONFields
internal import Proofs
internal import Spooling

/// The log: one JSON object a line on standard error (Spec/spool.md 8).
///
/// Events have stable names; no event carries a name, a file name, a token, or a hash of one.
enum EventLog {
    static func write(_ event: String, _ fields: JSONObject = [:]) {
        let now = Instant(seconds: SystemClock.seconds())
        var all = fields
        all["event"] = .string(event)
        all["at"] = .string(now.description)
        let bytes = JSONValue.object(all).lineBytes()
        // There is no other place to say that the log cannot be written.
        _ = FileWriting.writeAll(bytes, to: STDERR_FILENO)
    }

    static func write(_ notice: SpoolNotice) {
        switch notice {
        case .recovered(let published, let removed, let again, let suspects):
            write(
                "recovered",
                [
                    "published": number(published), "removed": number(removed),
                    "again": number(again), "suspects": number(suspects),
                ])
        case .fault(let step, let error, let wait):
            write(
                "spool-fault",
                ["step": .string(step), "error": .string(error), "wait_ms": .integer(wait)])
        case .inputFault(let error, let tries):
            write("input-fault", ["error": .string(error), "tries": number(tries)])
        case .claimRefused(let error): write("claim-refused", ["error": .string(error)])
        case .commitRefused(let error): write("commit-refused", ["error": .string(error)])
        case .eraseRefused(let folder, let error):
            write(
                "erase-refused",
                ["folder": .string(folder.rawValue), "error": .string(error)])
        case .slotFault(let error): write("slot-fault", ["error": .string(error)])
        case .quarantined(let reason):
            write("quarantined", ["reason": .string(reason.rawValue)])
        case .full(let free): write("spool-full", ["free_mib": mebibytes(free)])
        case .roomAgain(let free): write("spool-resumed", ["free_mib": mebibytes(free)])
        case .overflow: write("overflow")
        case .erased(let folder, let count):
            write("erased", [folder == .done ? "inputs" : "quarantine": number(count)])
        case .redacted(let count): write("redacted", ["verdicts": number(count)])
        case .stopping(let left): write("stopping", ["left": number(left)])
        }
    }

    private static func number(_ count: Int) -> JSONValue { .integer(Int64(count)) }
    private static func mebibytes(_ bytes: UInt64) -> JSONValue { .integer(Int64(bytes >> 20)) }
}
