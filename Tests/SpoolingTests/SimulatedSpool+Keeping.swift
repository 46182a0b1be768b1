import Spooling

/// Retention and journal of the simulated spool.
extension SimulatedSpool {
    func listExpired(
        _ folder: SpoolFolder, _ range: SweepRange, limit: Int
    ) throws(SpoolFault) -> FolderEvent {
        try step("list")
        if folder == .verdicts {
            let due = disk.names(in: .verdicts).compactMap { VerdictName($0) }
                .filter { range.holds($0.identifier) }
                .sorted { $0.identifier < $1.identifier }
            let until =
                due.count > limit
                ? due[limit].identifier : ArrivalIdentifier(milliseconds: range.before, number: 0)
            return .expiredVerdicts(
                Array(due.prefix(limit)), until: until, more: due.count > limit)
        }
        let room: Place.Room = folder == .done ? .done : .quarantine
        let due = disk.names(in: room).filter { decidedAt[$0] ?? 0 < range.before }
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
        let end = disk.bytes(Self.journal)?.count ?? 0
        try step("append")
        disk.append(lines, to: Self.journal)
        do throws(SpoolFault) { try step("flush-journal") } catch {
            // As the journal does, unless it is the program that died.
            if !isDead { disk.truncate(Self.journal, to: end) }
            throw error
        }
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
