import Spooling

/// Names of files in the spool: dropped by anybody, and our own found again after a crash.
enum SpoolTarget: FuzzTarget {
    static let name = "spool"

    static func examine(_ input: [UInt8]) throws {
        _ = IgnoredNames().contains(input)
        try examineOurs(String(decoding: input, as: UTF8.self))
        guard !input.isEmpty else { return }
        let name = ScanName(encoding: input)
        try hold(name.description.utf8.count <= ScanName.byteLimit, "a limit limits")
        try hold(ScanName(encoded: name.description) == name, "an encoded name reads as itself")
        guard let arrival = ArrivalIdentifier(milliseconds: 1_793_577_600_000, number: input.count)
        else { return }
        var claimed = ClaimedName(identifier: arrival, attempt: 1, name: name)
        for _ in 1...10 {
            try examine(claimed)
            claimed = claimed.nextAttempt
        }
    }

    private static func examine(_ claimed: ClaimedName) throws {
        try hold(claimed.description.utf8.count <= 255, "a claimed name fits a file name")
        try hold(claimed.verdict.description.utf8.count <= 255, "a verdict's name fits too")
        try hold(ClaimedName(claimed.description) == claimed, "a claimed name reads as itself")
        try hold(
            VerdictName(claimed.verdict.description) == claimed.verdict,
            "a verdict's name reads as itself")
    }

    /// A name that is taken for ours is one that we write: nothing is lost by forgetting its bytes.
    private static func examineOurs(_ text: String) throws {
        let readings: [String?] = [
            ArrivalIdentifier(text)?.description, ClaimedName(text)?.description,
            VerdictName(text)?.description, ScanName(encoded: text)?.description,
            SpoolFileNames.arrival(ofTemporary: text).map(SpoolFileNames.temporary),
            SpoolFileNames.arrival(ofRewritten: text).map(SpoolFileNames.rewritten),
        ]
        for reading in readings.compactMap(\.self) {
            try hold(reading.utf8.elementsEqual(text.utf8), "a name of ours has one form")
        }
    }
}
