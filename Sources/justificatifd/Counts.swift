internal import JSONFields
internal import Spooling
internal import Verification

/// What metrics and the log count: codes and times, nothing about a scan.
struct Counts {
    /// Upper bounds of the histogram.
    static let boundsMilliseconds: [Int64] = [
        5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 60_000,
    ]

    private(set) var byCode: [VerdictCode: Int] = [:]
    private(set) var buckets = [Int](repeating: 0, count: Counts.boundsMilliseconds.count + 1)
    private(set) var totalMilliseconds: Int64 = 0
    private(set) var faults = 0
    private(set) var quarantined = 0
    private(set) var published = 0
    private var codes: [ArrivalIdentifier: VerdictCode] = [:]

    mutating func judged(_ scan: ClaimedName, _ code: VerdictCode) {
        codes[scan.identifier] = code
    }

    /// A batch was published: counted, and told to the log in one line.
    mutating func settle(_ scans: [ClaimedName], at now: SpoolMoment) {
        var batch: [VerdictCode: Int] = [:]
        var slowest: Int64 = 0
        for scan in scans {
            let code = codes.removeValue(forKey: scan.identifier) ?? .internalError
            batch[code, default: 0] += 1
            let spent = max(0, now.wall - scan.identifier.milliseconds)
            slowest = max(slowest, spent)
            totalMilliseconds += spent
            buckets[
                Counts.boundsMilliseconds.firstIndex { spent <= $0 }
                    ?? Counts.boundsMilliseconds.count] += 1
        }
        byCode.merge(batch, uniquingKeysWith: +)
        published += scans.count
        EventLog.write(
            "verdicts",
            [
                "count": .integer(Int64(scans.count)),
                "codes": .object(
                    JSONObject(
                        batch.map { (key: $0.key.rawValue, value: .integer(Int64($0.value))) })),
                "slowest_ms": .integer(slowest),
            ])
    }

    mutating func note(_ notice: SpoolNotice) {
        switch notice {
        case .fault: faults += 1
        case .quarantined: quarantined += 1
        case .recovered, .inputFault, .claimRefused, .commitRefused, .eraseRefused, .slotFault,
            .full, .roomAgain, .overflow, .erased, .redacted, .stopping:
            break
        }
    }

    /// What was judged and not published will be judged again.
    mutating func forget() { codes = [:] }
}
