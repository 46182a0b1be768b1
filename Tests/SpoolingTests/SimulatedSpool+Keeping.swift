import Spooling

/// Retention and journal of the simulated spool.
extension SimulatedSpool {
    func listExpired(
        _ folder: SpoolFolder, from: Int64, before: Int64, limit: Int
    ) throws(SpoolFault) -> SpoolEvent {
        try step("list")
        if folder == .verdicts {
            let due = disk.names(in: .verdicts).compactMap { VerdictName($0) }
                .filter { $0.identifier.milliseconds >= from }
                .filter { $0.identifier.milliseconds < before }
                .sorted { $0.identifier < $1.identifier }
            let taken = Array(due.prefix(limit))
            let more = due.count > limit
            let until = more ? taken.last?.identifier.milliseconds ?? from : before
            return .expiredVerdicts(taken, until: until, more: more)
        }
        let room: Place.Room = folder == .done ? .done : .quarantine
        let due = disk.names(in: room).filter { decidedAt[$0] ?? 0 < before }
            .compactMap { ClaimedName($0) }
        return .expiredScans(folder, Array(due.prefix(limit)), more: due.count > limit)
    }

    func rewrite(_ verdict: VerdictName) throws(SpoolFault) {
        let place = Place(.verdicts, verdict.description)
        guard let bytes = disk.bytes(place), bytes.starts(with: "verdict:".utf8) else { return }
        let rewritten = Place(.verdicts, SpoolFileNames.rewritten(verdict.identifier))
        try step("create")
        disk.create(rewritten)
        try step("write")
        disk.append(Array("redacted".utf8) + bytes.dropFirst("verdict".utf8.count), to: rewritten)
    }

    func exchange(_ verdict: VerdictName) throws(SpoolFault) {
        let place = Place(.verdicts, verdict.description)
        let rewritten = Place(.verdicts, SpoolFileNames.rewritten(verdict.identifier))
        guard disk.exists(rewritten) else { return }
        if disk.exists(place) {
            try step("exchange")
            disk.exchange(place, rewritten)
        }
        try step("remove")
        disk.unlink(rewritten)
    }

    // MARK: Journal

    struct Line: Equatable {
        let arrival: ArrivalIdentifier
        let text: String
    }

    func openJournal() throws(SpoolFault) {
        if !disk.exists(Self.journal) {
            disk.create(Self.journal)
            disk.flush(.journal)
        }
        try step("cut")
        let kept = recordedLines().map { $0.text.utf8.count + 1 }.reduce(0, +)
        disk.truncate(Self.journal, to: kept)
    }

    func record(_ scans: [ClaimedName]) throws(SpoolFault) {
        var lines: [UInt8] = []
        for scan in scans {
            let input = disk.bytes(Place(.work, scan.description)) ?? []
            lines += Array("\(scan.identifier) verdict:".utf8) + input + Array(".\n".utf8)
        }
        try step("append")
        disk.append(lines, to: Self.journal)
        try step("flush-journal")
        disk.flushBytes(Self.journal)
    }

    /// Whole lines from the beginning to the first that is torn.
    func recordedLines() -> [Line] {
        var lines: [Line] = []
        var rest = (disk.bytes(Self.journal) ?? [])[...]
        while let end = rest.firstIndex(of: 0x0A) {
            let text = String(decoding: rest[..<end], as: UTF8.self)
            guard text.last == ".", let arrival = ArrivalIdentifier(text.prefix(18)) else { break }
            lines.append(Line(arrival: arrival, text: text))
            rest = rest[(end + 1)...]
        }
        return lines
    }
}
