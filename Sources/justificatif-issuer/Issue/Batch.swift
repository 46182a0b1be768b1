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
    let language: Language
    private var issued = 0
    private var statuses: [ExitStatus] = []

    init(
        _ desk: IssuingDesk<SecretKey>, _ terms: IssueTerms, _ output: ProofOutput,
        _ language: Language
    ) {
        batch = BatchIssuing(desk: desk, terms: terms)
        self.output = output
        self.language = language
        isRegistered = desk.isRegistering
    }

    /// The status of the worst line.
    mutating func run(_ path: String) throws -> ExitStatus {
        let bytes = try FileReading.bytes(
            ofInput: path, limit: BatchIssuing<SecretKey>.byteLimit)
        if let folder = output.outDir { try Folders.make(folder, mode: PersonalFile.folderMode) }
        let (batch, language) = (batch, language)
        try batch.run(bytes, named: path) { event in
            switch event {
            case .refused(let refusal, let line): tell(refusal.explanation, of: line)
            case .issued(let proof, let line):
                do {
                    try output.write(
                        proof, numbered: line.name, isRegistered: isRegistered, language)
                    issued += 1
                } catch {
                    guard let error = error as? any Explained else { throw error }
                    tell(error.explanation, of: line)
                }
            case .read(let lines, let all): Terminal.progress(Batch.bar(lines, of: all))
            }
        }
        Terminal.progress("")
        Terminal.note(
            language(
                "\(issued) établis, \(statuses.count) refusés",
                "\(issued) issued, \(statuses.count) refused"), language)
        return ExitStatus.worst(statuses)
    }

    private mutating func tell(_ row: Explanation, of line: BatchLine) {
        // Faults of a file name their place already.
        let isPlaced = row.words(language).hasPrefix(line.place)
        let told = isPlaced ? row : row.about(line.place)
        Terminal.progress("")
        Terminal.error(TerminalText.neutralised(told.line(language)), language)
        statuses.append(ExitStatus(row.cause))
    }

    private static func bar(_ done: Int, of all: Int) -> String {
        let width = 30
        let full = done * width / max(all, 1)
        let gap = String(repeating: "·", count: width - full)
        return "\(String(repeating: "█", count: full))\(gap) \(done)/\(all)"
    }
}
