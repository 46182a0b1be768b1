internal import Counter
internal import JSONFields
internal import ListFiles
internal import Lists

/// What the log says of the lists.
enum ListsLog {
    static func write(_ refresh: CounterDesk.Refresh) {
        switch refresh {
        case .unchanged: return
        case .kept(let error): EventLog.write("lists-kept", ["error": .string("\(error)")])
        case .loaded(let lists):
            var fields: JSONObject = [
                "revocation_lists": .integer(Int64(lists.inForce.revocations.count)),
                "unusable": .array(lists.faults.map { .string($0) }),
            ]
            fields["trust_sequence"] = lists.inForce.trust.map {
                .integer(Int64(clamping: $0.content.sequence))
            }
            EventLog.write("lists-loaded", fields)
        }
    }
}
