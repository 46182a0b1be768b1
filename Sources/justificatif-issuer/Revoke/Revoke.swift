internal import ArgumentParser
internal import Console
internal import Explaining
internal import JSONFields
internal import Office
internal import Proofs
internal import Register
internal import Reporting
internal import Siblings
internal import Sodium

extension RevocationReason: ExpressibleByArgument {}

struct Revoke: SpeakingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Cancels justificatifs; verifiers know after the next publication.",
        discussion: """
            Each INPUT is a reference (4HZK-09QX-7N2M-9), a picture or a file with the text of \
            the code, or - for standard input. A file goes before a reference of the same name.

              justificatif-issuer revoke --register caf.db --reason holder-request \
            4HZK-09QX-7N2M-9

            Asks before it cancels; a script says --yes. --undo takes a cancellation back as \
            long as it was not published. Other users of the machine can read command lines: \
            give a file and not the text of a code.
            """)

    @OptionGroup var place: RegisterOption

    @Option(
        help: ArgumentHelp(
            "\(RevocationReason.allCases.map(\.rawValue).joined(separator: ", ")). Not published.",
            valueName: "reason"))
    var reason = RevocationReason.unspecified

    @Flag(help: "Take the cancellation back, if it was not published.")
    var undo = false

    @Flag(help: "Say what would be done, and do nothing.")
    var dryRun = false

    @OptionGroup var speech: LanguageOptions

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Cancel as of this instant or day (RFC 3339, UTC) instead of now.",
            valueName: "instant"))
    var at: String?

    @Argument(help: ArgumentHelp("Reference, picture, text file, or -.", valueName: "input"))
    var inputs: [String]

    func run() throws {
        try checkWords()
        let now = try Moment.parse(at)
        let crypto = try SodiumCrypto()
        let register = try ProofRegister(opening: place.register)
        let finder = TargetFinder(
            register: register, now: now, reader: try? PictureReader.installed(), crypto)
        let round = try CancellationRound(
            inputs, finder,
            Cancellation(register: register, today: now.day, reason: reason, isUndo: undo))
        if !dryRun { try confirm(round) }
        var statuses: [ExitStatus] = []
        try round.run(isForecast: dryRun) { statuses.append(try tell($0)) }
        throw ExitStatus.worst(statuses)
    }

    private func checkWords() throws(Failure) {
        guard !(dryRun && undo) else {
            throw Failure(
                "dry-run-or-undo", .data, "--dry-run et --undo s’excluent",
                "--dry-run and --undo exclude each other")
        }
        guard inputs.count(where: { $0 == "-" }) <= 1 else {
            throw Failure(
                "input-twice", .data, "- : l’entrée standard ne se lit qu’une fois",
                "-: standard input can be read once")
        }
    }

    private func tell(_ outcome: CancellationRound.Outcome) throws(Failure) -> ExitStatus {
        switch outcome {
        case .failed(let row):
            Terminal.error(TerminalText.neutralised(row.line(lang)), lang)
            return ExitStatus(row.cause)
        case .answer(let answer):
            try Terminal.out(json ? answer.json(lang).line() : answer.line(lang))
            return answer.code.isAsWished ? .success : .refused
        }
    }

    private func confirm(_ round: CancellationRound) throws(Failure) {
        guard !yes, !round.due.isEmpty else { return }
        // Standard input cannot bring both a code and an answer.
        guard !inputs.contains("-"), Terminal.canAsk else {
            throw Failure(
                "no-terminal", .data,
                "il n’y a pas de terminal où demander : donnez --yes ; rien n’a été fait",
                "there is no terminal to ask on: give --yes; nothing was done")
        }
        for line in round.dueLines(lang) { Terminal.note(line, lang) }
        guard Terminal.ask(round.question(lang)) else {
            throw Failure("not-agreed", .data, "rien n’a été fait", "nothing was done")
        }
    }
}
