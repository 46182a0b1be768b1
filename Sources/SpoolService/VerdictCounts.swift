internal import Spooling
internal import Verification

/// What metrics and the log count: codes and times, nothing about a scan.
struct VerdictCounts: Sendable {
    /// Upper bounds of the histogram.
    static let boundsMilliseconds: [Int64] = [
        5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 60_000,
    ]

    private(set) var byCode: [VerdictCode: Int] = [:]
    /// Verdicts by the time from arrival to publication; the last bucket has no bound.
    private(set) var buckets = [Int](
        repeating: 0, count: VerdictCounts.boundsMilliseconds.count + 1)
    private(set) var totalMilliseconds: Int64 = 0
    private(set) var faults = 0
    private(set) var quarantined = 0
    private(set) var published = 0
    private var codes: [ArrivalIdentifier: VerdictCode] = [:]

    mutating func judged(_ scan: ClaimedName, _ code: VerdictCode) {
        codes[scan.identifier] = code
    }

    /// Counts a batch that was published.
    mutating func settle(_ scans: [ClaimedName], at now: SpoolMoment) -> PublishedBatch {
        var batch = PublishedBatch()
        for scan in scans {
            let code = codes.removeValue(forKey: scan.identifier) ?? .internalError
            let spent = max(0, now.wall - scan.identifier.milliseconds)
            batch.add(code, spent)
            totalMilliseconds += spent
            let bound = VerdictCounts.boundsMilliseconds.firstIndex { spent <= $0 }
            buckets[bound ?? VerdictCounts.boundsMilliseconds.count] += 1
        }
        byCode.merge(batch.codes, uniquingKeysWith: +)
        published += scans.count
        return batch
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

/// Verdicts that were published together.
struct PublishedBatch: Equatable, Sendable {
    private(set) var codes: [VerdictCode: Int] = [:]
    /// From arrival to publication, of the scan that took longest.
    private(set) var slowestMilliseconds: Int64 = 0

    mutating func add(_ code: VerdictCode, _ milliseconds: Int64) {
        codes[code, default: 0] += 1
        slowestMilliseconds = max(slowestMilliseconds, milliseconds)
    }
}
