internal import Console
internal import Counter
internal import Explaining
internal import Verification

extension VerifyRun {
    /// Judges lines as a scanner types them, a verdict each, until the input ends or somebody stops
    /// the program (Spec/wedge.md 6).
    ///
    /// Each line is judged for its own instant, with the lists that are then in the folder.
    func judgeLines() throws {
        var counter = try desk()
        var lines = try TypedLines()
        while let line = try lines.next() {
            let now = try instant()
            if !isSimulated, case .kept(let error) = counter.refresh(at: now) {
                let cause = Explanation(of: error).line(lang)
                Terminal.warning(
                    lang(
                        "les nouvelles listes sont inutilisables, les précédentes servent : "
                            + "\(cause)",
                        "new lists cannot be used, those from before go on: \(cause)"), lang)
            }
            let findings = findings(in: line, counter.judge.reading)
            let verdicts = verdicts(on: findings, by: counter.judge, at: now)
            try show(verdicts, of: .standardInput)
            if !json { try Terminal.out("") }
        }
    }

    private func findings(in line: TypedLines.Line, _ reading: InputReading) -> InputFindings {
        switch line {
        case .line(let bytes): reading.findings(inLine: bytes)
        case .tooLong: .unreadable(.tooLarge)
        }
    }
}
