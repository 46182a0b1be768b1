internal import Console
internal import Explaining
internal import Files
internal import Office
internal import Reporting
internal import Sodium

/// Tells what becomes of the lines of a batch.
struct Batch {
    private let batch: BatchIssuing<SecretKey>
    private let isRegistered: Bool
    private let isReported: Bool
    private let language: Language
    private var (issued, known) = (0, 0)
    private var statuses: [ExitStatus] = []

    init(
        _ batch: BatchIssuing<SecretKey>, isRegistered: Bool, isReported: Bool,
        _ language: Language
    ) {
        self.batch = batch
        self.isRegistered = isRegistered
        self.isReported = isReported
        self.language = language
    }

    /// The status of the worst line; SIGINT and SIGTERM end the program between two lines.
    mutating func run(_ path: String) throws -> ExitStatus {
        let bytes = try FileReading.bytes(
            ofInput: path, limit: BatchIssuing<SecretKey>.byteLimit)
        let stop = try StopSignals()
        let batch = batch
        let next = try batch.run(bytes, named: path, isStopping: { stop.isAsked }) { event in
            switch event {
            case .refused(let refusal, let line): tell(refusal.explanation, of: line)
            case .notWritten(let proof, let line, let fault):
                tell(fault.explanation, of: line)
                if isRegistered, !isReported {
                    ProofOutput.tellStrandedProof(proof, language)
                }
            case .issued: issued += 1
            case .known: known += 1
            case .read(let lines, let all): Terminal.progress(Batch.bar(lines, of: all))
            }
        }
        Terminal.progress("")
        let before = known == 0 ? "" : language(", \(known) déjà établis", ", \(known) before")
        Terminal.note(
            language(
                "\(issued) établis, \(statuses.count) refusés\(before)",
                "\(issued) issued, \(statuses.count) refused\(before)"), language)
        if let next {
            tellStop(before: next)
            stop.end()
        }
        return ExitStatus.worst(statuses)
    }

    private func tellStop(before line: Int) {
        let advice =
            isReported
            ? language(
                "relancez la même commande pour continuer", "run the same command to go on")
            : language(
                "relancez la même commande : les lignes déjà écrites seront refusées, les autres "
                    + "établies",
                "run the same command: lines that are written are refused, the others issued")
        Terminal.note(
            language(
                "arrêté avant la ligne \(line) ; \(advice)",
                "stopped before line \(line); \(advice)"), language)
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
