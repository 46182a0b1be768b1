internal import Counter
package import Explaining
package import JSONFields
internal import ListFiles
internal import Lists
internal import Proofs
internal import Spooling
internal import Verification

/// The log: one JSON object a line (Spec/spool.md 8).
///
/// Events have stable names; no event carries a name, a file name, a token, or a hash of one.
package struct EventLog: Sendable {
    private let clock: DaemonClock
    private let language: Language
    private let journal: SystemJournal?
    private let sink: @Sendable ([UInt8]) -> Void

    /// `language` is that of the sentences in it, of which there are few.
    ///
    /// `sink` takes a whole line, newline included, from any thread; only what the journal does not
    /// take, if there is one.
    package init(
        _ clock: DaemonClock, _ language: Language, _ journal: SystemJournal? = nil,
        to sink: @escaping @Sendable ([UInt8]) -> Void
    ) {
        self.clock = clock
        self.language = language
        self.journal = journal
        self.sink = sink
    }

    /// Writes an event under its stable name, with the time.
    package func write(_ event: String, _ fields: JSONObject = [:]) {
        var all = fields
        all["event"] = .string(event)
        all["at"] = .string(clock.instant.description)
        let line = JSONValue.object(all).lineBytes()
        if journal?.tell(event, all, line) != true { sink(line) }
    }

    func write(_ notice: SpoolNotice) {
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

    /// A batch of verdicts was published.
    func write(_ batch: PublishedBatch) {
        let codes = batch.codes.map { (key: $0.key.rawValue, value: number($0.value)) }
        write(
            "verdicts",
            [
                "count": number(batch.codes.values.reduce(0, +)),
                "codes": .object(JSONObject(codes)),
                "slowest_ms": .integer(batch.slowestMilliseconds),
            ])
    }

    /// Says which lists are used from now on, or why new ones are not.
    func write(_ refresh: CounterDesk.Refresh) {
        switch refresh {
        case .unchanged: return
        case .kept(let error):
            write("lists-kept", ["error": .string(Explanation(of: error).line(language))])
        case .loaded(let lists):
            var fields: JSONObject = [
                "revocation_lists": number(lists.inForce.revocations.count),
                "unusable": .array(lists.faults.map { .string($0.line(language)) }),
            ]
            fields["trust_sequence"] = lists.inForce.trust.map {
                .integer(Int64(clamping: $0.content.sequence))
            }
            write("lists-loaded", fields)
        }
    }

    private func number(_ count: Int) -> JSONValue { .integer(Int64(count)) }
    private func mebibytes(_ bytes: UInt64) -> JSONValue { .integer(Int64(bytes >> 20)) }
}
