internal import Console
internal import Explaining
internal import Files
internal import Office
internal import Reporting
internal import Signers

/// Tells what becomes of the lines of a batch.
struct Batch {
    let batch: BatchIssuing<Signer>
    let isRegistered: Bool
    let isReported: Bool
    let language: Language

    /// The status of the worst line; SIGINT and SIGTERM end the program between two lines.
    func run(_ path: String) throws -> ExitStatus {
        let bytes = try FileReading.bytes(
            ofInput: path, limit: BatchIssuing<Signer>.byteLimit)
        let stop = try StopSignals()
        var tally = BatchTally()
        var statuses: [ExitStatus] = []
        let next: Int?
        do {
            next = try batch.run(bytes, named: path, isStopping: { stop.isAsked }) { event in
                if let row = tally.count(event) {
                    Terminal.progress("")
                    Terminal.error(TerminalText.neutralised(row.line(language)), language)
                    statuses.append(ExitStatus(row.cause))
                }
                if case .read = event { Terminal.progress(tally.bar) }
                if case .notWritten(let proof, _, _) = event, isRegistered, !isReported {
                    Terminal.note(proof.strandedNote(language), language)
                }
            }
        } catch {
            tell(tally)
            throw error
        }
        tell(tally)
        if let next {
            Terminal.note(
                BatchTally.stopNote(before: next, isReported: isReported, language), language)
            stop.end()
        }
        return ExitStatus.worst(statuses)
    }

    private func tell(_ tally: BatchTally) {
        Terminal.progress("")
        Terminal.note(tally.summary(language), language)
    }
}
