internal import Console
internal import Counter
internal import Explaining
internal import Files
internal import JSONFields
internal import Proofs
internal import Reporting
internal import Siblings
internal import Sodium
internal import Verification

/// What a line of `verify` asks for, by either reader of the line: judges the inputs and prints.
struct VerifyRun: SpeakingRun, Equatable {
    /// The folder with the lists.
    var lists = ListsOptions.usualFolder
    /// A file with the roots to trust; nil for those pinned in the folder.
    var roots: String?
    /// The instant to judge for, as it was given; nil for now.
    var at: String?
    var recipients: [String] = []
    var json = false
    var lang = Language.french
    var strict = false
    var several = false
    var inputs: [String] = []

    /// Ends by throwing the status of the worst input.
    func run() throws {
        let now = try instant()
        var counter = try desk()
        if !isSimulated { _ = counter.refresh(at: now) }
        let judge = counter.judge
        var statuses: [ExitStatus] = []
        for argument in inputs {
            let input = CounterInput(argument)
            do {
                let findings = try judge.reading.findings(in: input)
                let verdicts = verdicts(on: findings, by: judge, at: now)
                try show(verdicts, of: input)
                let status = verdicts.whole.code.exitStatus(strict: strict)
                statuses.append(ExitStatus(rawValue: status) ?? .fault)
            } catch let fault as FileFault {
                try show(fault, of: input)
                statuses.append(.io)
            }
        }
        throw ExitStatus.worst(statuses)
    }

    /// The instant given, or now.
    func instant() throws(Failure) -> Instant { try Moment.parse(at) }

    /// Whether the instant was given and not read from the clock.
    var isSimulated: Bool { at != nil }

    func desk() throws -> CounterDesk {
        try CounterDesk(
            lists: lists, roots: roots, recipients: recipients,
            reader: try? PictureReader.installed(), isSimulated: isSimulated, SodiumCrypto())
    }

    func verdicts(
        on findings: InputFindings, by judge: ScanJudge<SodiumCrypto>, at now: Instant
    ) -> SeveralVerdicts {
        several
            ? judge.verdicts(on: findings, at: now)
            : SeveralVerdicts(whole: judge.verdict(on: findings, at: now))
    }

    func show(_ verdicts: SeveralVerdicts, of input: CounterInput) throws {
        if json {
            let object = VerdictObject.json(
                verdicts.whole, codes: several ? verdicts.codes.map { ($0.page, $0.verdict) } : nil,
                input: input.name, simulated: isSimulated, lang)
            try Terminal.out(object.line())
            return
        }
        if inputs.count > 1 { try Terminal.out(TerminalText.neutralised(input.name)) }
        if verdicts.codes.isEmpty { try show(verdicts.whole) }
        for code in verdicts.codes {
            try Terminal.out("Page \(code.page)")
            try show(code.verdict)
        }
    }

    private func show(_ verdict: Verdict) throws(Failure) {
        let lines = TerminalReport.lines(
            verdict, simulated: isSimulated, colour: Terminal.outHasColour, lang)
        for line in lines { try Terminal.out(line) }
    }

    private func show(_ fault: FileFault, of input: CounterInput) throws {
        if json {
            let object = VerdictObject.json(
                input: input.name, errorCode: fault.code.rawValue,
                message: fault.explanation.words(lang))
            try Terminal.out(object.line())
        } else {
            Terminal.error(TerminalText.neutralised(fault.explanation.line(lang)), lang)
        }
    }
}
