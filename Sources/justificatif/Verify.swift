internal import ArgumentParser
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

struct Verify: SpeakingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judges pictures and texts; says what each is and what to do.",
        discussion: """
            Prefer a file or - to the text of a code on the command line: other users of the \
            machine can read command lines, and the text holds a person's data.

            With --follow, a scanner types into this terminal: each line is judged as it comes, \
            and new lists are used from the next line on. Ctrl-D or Ctrl-C ends it, with status 0.
            """)

    @OptionGroup var place: ListsOptions
    @OptionGroup var when: InstantOptions
    @OptionGroup var recipients: RecipientOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var speech: LanguageOptions

    @Flag(help: "Exit 3 and not 0 when the lists are aging.")
    var strict = false

    @Flag(
        help: "Judge every justificatif of every page; an input is as bad as the worst in it.")
    var several = false

    @Flag(help: "Judge each line of standard input as it comes.")
    var follow = false

    @Argument(help: ArgumentHelp("Picture, PDF, TIFF or text file, or -.", valueName: "input"))
    var inputs: [String] = []

    func validate() throws {
        if follow != inputs.isEmpty {
            throw ValidationError("Give one or more inputs, or --follow without any.")
        }
    }

    func run() throws {
        if follow { return try judgeLines() }
        let now = try when.instant()
        let simulated = when.isSimulated
        var counter = try desk()
        if !simulated { _ = counter.refresh(at: now) }
        let judge = counter.judge
        var statuses: [ExitStatus] = []
        for argument in inputs {
            let input = CounterInput(argument)
            do {
                let findings = try judge.reading.findings(in: input)
                let verdicts = verdicts(on: findings, by: judge, at: now)
                try show(verdicts, of: input, simulated: simulated)
                let status = verdicts.whole.code.exitStatus(strict: strict)
                statuses.append(ExitStatus(rawValue: status) ?? .fault)
            } catch let fault as FileFault {
                try show(fault, of: input)
                statuses.append(.io)
            }
        }
        throw ExitStatus.worst(statuses)
    }

    func desk() throws -> CounterDesk {
        try CounterDesk(
            lists: place.lists, roots: place.roots, recipients: recipients.names,
            reader: try? PictureReader.installed(), isSimulated: when.isSimulated, SodiumCrypto())
    }

    func verdicts(
        on findings: InputFindings, by judge: ScanJudge<SodiumCrypto>, at now: Instant
    ) -> SeveralVerdicts {
        several
            ? judge.verdicts(on: findings, at: now)
            : SeveralVerdicts(whole: judge.verdict(on: findings, at: now))
    }

    func show(_ verdicts: SeveralVerdicts, of input: CounterInput, simulated: Bool) throws {
        if output.json {
            let object = VerdictObject.json(
                verdicts.whole, codes: several ? verdicts.codes.map { ($0.page, $0.verdict) } : nil,
                input: input.name, simulated: simulated, lang)
            try Terminal.out(object.line())
            return
        }
        if inputs.count > 1 { try Terminal.out(TerminalText.neutralised(input.name)) }
        if verdicts.codes.isEmpty { try show(verdicts.whole, simulated: simulated) }
        for code in verdicts.codes {
            try Terminal.out("Page \(code.page)")
            try show(code.verdict, simulated: simulated)
        }
    }

    private func show(_ verdict: Verdict, simulated: Bool) throws(Failure) {
        let lines = TerminalReport.lines(
            verdict, simulated: simulated, colour: Terminal.outHasColour, lang)
        for line in lines { try Terminal.out(line) }
    }

    private func show(_ fault: FileFault, of input: CounterInput) throws {
        if output.json {
            let object = VerdictObject.json(
                input: input.name, errorCode: fault.code.rawValue,
                message: fault.explanation.words(lang))
            try Terminal.out(object.line())
        } else {
            Terminal.error(TerminalText.neutralised(fault.explanation.line(lang)), lang)
        }
    }
}

extension Verify {
    /// Judges lines as a scanner types them, a verdict each, until the input ends or somebody stops
    /// the program (Spec/wedge.md 6).
    ///
    /// Each line is judged for its own instant, with the lists that are then in the folder.
    func judgeLines() throws {
        var counter = try desk()
        var lines = try TypedLines()
        while let line = try lines.next() {
            let now = try when.instant()
            if !when.isSimulated, case .kept(let error) = counter.refresh(at: now) {
                let cause = Explanation(of: error).line(lang)
                Terminal.warning(
                    lang(
                        "les nouvelles listes sont inutilisables, les précédentes servent : "
                            + "\(cause)",
                        "new lists cannot be used, those from before go on: \(cause)"), lang)
            }
            let findings = findings(in: line, counter.judge.reading)
            let verdicts = verdicts(on: findings, by: counter.judge, at: now)
            try show(verdicts, of: .standardInput, simulated: when.isSimulated)
            if !output.json { try Terminal.out("") }
        }
    }

    private func findings(in line: TypedLines.Line, _ reading: InputReading) -> InputFindings {
        switch line {
        case .line(let bytes): reading.findings(inLine: bytes)
        case .tooLong: .unreadable(reason: "too-large")
        }
    }
}
