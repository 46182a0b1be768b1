internal import Console
internal import Files
internal import Issuing
internal import JSONFields
internal import Proofs
internal import Reporting

/// Issues one justificatif for each line of a file.
///
/// Files are numbered by line, so that a bad row leaves a gap and not a shift. A bad row is
/// reported with its number and the good ones are done all the same.
struct Batch {
    /// The largest batch file, in bytes.
    private static let byteLimit = 67_108_864

    let desk: IssuingDesk
    let terms: Terms
    let output: ProofOutput
    let now: Instant

    /// The status of the worst row.
    func run(_ path: String) throws -> ExitStatus {
        let bytes = try FileReading.bytes(ofInput: path, limit: Batch.byteLimit)
        if let folder = output.outDir { try Folders.make(folder) }
        let rows = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var (statuses, issued): ([ExitStatus], Int) = ([], 0)
        for (index, row) in rows.enumerated() {
            let row = Array(row)
            guard row.contains(where: { $0 > 0x20 }) else { continue }
            let place = "\(path == "-" ? "standard input" : path): line \(index + 1)"
            do {
                try issue(row, at: place, line: index + 1)
                issued += 1
            } catch {
                guard let failure = Program.failure(error) ?? error as? Failure else { throw error }
                Terminal.progress("")
                Terminal.error("\(mention(place, in: failure.message))")
                statuses.append(failure.status)
            }
            Terminal.progress(bar(index + 1, of: rows.count))
        }
        Terminal.progress("")
        Terminal.note("\(issued) établis, \(statuses.count) refusés")
        return ExitStatus.worst(statuses)
    }

    private func issue(_ row: [UInt8], at place: String, line: Int) throws {
        let json = try JSONValue(parsing: row, from: place)
        let request = try ClaimsSource.request(ofClaims: json, at: place, terms, now: now)
        let digits = String(line)
        let number = String(repeating: "0", count: max(0, 6 - digits.count)) + digits
        try output.write(desk.issue(request), numbered: number)
    }

    /// Faults of a file name their place already.
    private func mention(_ place: String, in message: String) -> String {
        TerminalText.neutralised(message.hasPrefix(place) ? message : "\(place): \(message)")
    }

    private func bar(_ done: Int, of all: Int) -> String {
        let width = 30
        let full = done * width / max(all, 1)
        let gap = String(repeating: "·", count: width - full)
        return "\(String(repeating: "█", count: full))\(gap) \(done)/\(all)"
    }
}
