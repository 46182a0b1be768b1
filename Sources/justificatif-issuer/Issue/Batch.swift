internal import Console
internal import Files
internal import Issuing
internal import JSONFields
internal import Office
internal import Proofs
internal import Reporting
internal import Sodium

/// Issues one justificatif for each line of a file.
///
/// Files are numbered by line, so that a bad row leaves a gap and not a shift. A bad row is
/// reported with its number and the good ones are done all the same.
struct Batch {
    /// The largest batch file, in bytes.
    private static let byteLimit = 67_108_864
    /// How many are registered at once: one flush of the disk for all of them.
    private static let groupSize = 32

    private let desk: IssuingDesk<SecretKey>
    private let terms: Terms
    private let output: ProofOutput
    private let now: Instant
    private var group: [(line: Int, proof: UnregisteredProof)] = []
    private var issued = 0
    private var statuses: [ExitStatus] = []

    init(desk: IssuingDesk<SecretKey>, terms: Terms, output: ProofOutput, now: Instant) {
        self.desk = desk
        self.terms = terms
        self.output = output
        self.now = now
    }

    /// The status of the worst row.
    mutating func run(_ path: String) throws -> ExitStatus {
        let bytes = try FileReading.bytes(ofInput: path, limit: Batch.byteLimit)
        if let folder = output.outDir { try Folders.make(folder, mode: PersonalFile.folderMode) }
        let source = path == "-" ? "standard input" : path
        let rows = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, row) in rows.enumerated() {
            let row = Array(row)
            if row.contains(where: { $0 > 0x20 }) {
                let place = "\(source): line \(index + 1)"
                try reporting(place) {
                    let json = try JSONValue(parsing: row, from: place)
                    let request = try ClaimsSource.request(
                        ofClaims: json, at: place, $0.terms, now: $0.now)
                    $0.group.append((index + 1, try $0.desk.sign(request)))
                }
            }
            if group.count == Batch.groupSize { try release(source) }
            Terminal.progress(bar(index + 1, of: rows.count))
        }
        try release(source)
        Terminal.progress("")
        Terminal.note("\(issued) établis, \(statuses.count) refusés")
        return ExitStatus.worst(statuses)
    }

    /// Registers what was signed, then writes it.
    private mutating func release(_ source: String) throws {
        let proofs = try desk.register(group.map(\.proof))
        for (line, proof) in zip(group.map(\.line), proofs) {
            try reporting("\(source): line \(line)") {
                try $0.output.write(
                    proof, numbered: Batch.number(line), isRegistered: $0.desk.isRegistering)
                $0.issued += 1
            }
        }
        group = []
    }

    /// Does one thing of one row; a failure a person can act on is told and noted.
    private mutating func reporting(
        _ place: String, _ body: (inout Batch) throws -> Void
    ) throws {
        do { try body(&self) } catch {
            guard let failure = Failure(error) else { throw error }
            Terminal.progress("")
            Terminal.error("\(mention(place, in: failure.message))")
            statuses.append(failure.status)
        }
    }

    private static func number(_ line: Int) -> String {
        let digits = String(line)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
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
