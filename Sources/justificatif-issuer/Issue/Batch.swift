internal import Console
internal import Explaining
internal import Files
internal import Office
internal import Reporting
internal import Sodium

/// Writes the justificatifs of a batch, and tells which lines were refused.
struct Batch {
    let batch: BatchIssuing<SecretKey>
    let output: ProofOutput
    let isRegistered: Bool
    private var issued = 0
    private var statuses: [ExitStatus] = []

    init(_ desk: IssuingDesk<SecretKey>, _ terms: IssueTerms, _ output: ProofOutput) {
        batch = BatchIssuing(desk: desk, terms: terms)
        self.output = output
        isRegistered = desk.isRegistering
    }

    /// The status of the worst line.
    mutating func run(_ path: String) throws -> ExitStatus {
        let bytes = try FileReading.bytes(
            ofInput: path, limit: BatchIssuing<SecretKey>.byteLimit)
        if let folder = output.outDir { try Folders.make(folder, mode: PersonalFile.folderMode) }
        let source = path == "-" ? "standard input" : path
        let batch = batch
        try batch.run(bytes, named: source) { event in
            switch event {
            case .refused(let refusal, let line): tell(Failure(refusal.explanation), of: line)
            case .issued(let proof, let line):
                do {
                    try output.write(proof, numbered: line.name, isRegistered: isRegistered)
                    issued += 1
                } catch {
                    guard let failure = Failure(error) else { throw error }
                    tell(failure, of: line)
                }
            case .read(let lines, let all): Terminal.progress(Batch.bar(lines, of: all))
            }
        }
        Terminal.progress("")
        Terminal.note("\(issued) établis, \(statuses.count) refusés")
        return ExitStatus.worst(statuses)
    }

    private mutating func tell(_ failure: Failure, of line: BatchLine) {
        // Faults of a file name their place already.
        let message = failure.message
        let told = message.hasPrefix(line.place) ? message : "\(line.place): \(message)"
        Terminal.progress("")
        Terminal.error(TerminalText.neutralised(told))
        statuses.append(failure.status)
    }

    private static func bar(_ done: Int, of all: Int) -> String {
        let width = 30
        let full = done * width / max(all, 1)
        let gap = String(repeating: "·", count: width - full)
        return "\(String(repeating: "█", count: full))\(gap) \(done)/\(all)"
    }
}
