internal import ArgumentParser
internal import Console
internal import Explaining
internal import Files
internal import Reporting
internal import Siblings
internal import VectorRunning

extension VectorLayer: ExpressibleByArgument {}

struct VectorsRun: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Runs the vectors on this verifier, or on any other with --command.",
        discussion: """
            The command is started once; it reads one JSON object a line and answers with one. \
            Reasons of a refusal are compared only where --reasons is given: a verifier may find \
            another fault first. Ours is held to every reason and every step on the way.

              justificatif vectors run
              justificatif vectors run --command 'exec my-verifier --vectors' --junit report.xml

            Exit status: 0 every answer is right, 1 one is not or is not supported, 64 a file is \
            no vector or the command does not speak the protocol.
            """)

    @Option(help: ArgumentHelp("The verifier to ask, a line for the shell.", valueName: "cmd"))
    var command: String?

    @Option(
        name: .customLong("layer"),
        help: ArgumentHelp("Only this layer; may be repeated.", valueName: "layer"))
    var layers: [VectorLayer] = []

    @Flag(help: "Compare the reasons of a command's refusals too.")
    var reasons = false

    @Option(help: ArgumentHelp("Write the results as JUnit XML.", valueName: "file"))
    var junit: String?

    @Argument(help: ArgumentHelp("The folder Vectors/.", valueName: "folder"))
    var folder = "Vectors"

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let folder = VectorFolder(folder)
        let names = try folder.names(of: layers.isEmpty ? VectorLayer.allCases : layers)
        let results = try results(of: names, in: folder)
        if let junit {
            try FileWriting.write(
                Array(JUnitReport.text(results).utf8), to: junit, existing: .replace)
        }
        try show(results)
        if results.contains(where: { $0.outcome != .agrees }) { throw ExitStatus.notAccepted }
    }

    private func results(
        of names: [String], in folder: VectorFolder
    ) throws -> [VectorRun.Result] {
        let progress = { (done: Int) in Terminal.progress("\(done) / \(names.count)") }
        guard let command else {
            var verifier = try OwnVerifier(reader: try? PictureReader.installed())
            let run = VectorRun(of: folder, .init(reasons: true, complete: true))
            return try run.results(of: names, by: &verifier, progress: progress)
        }
        var verifier = try CommandVerifier(command)
        let run = VectorRun(of: folder, .init(reasons: reasons, complete: false))
        let results = try run.results(of: names, by: &verifier, progress: progress)
        try verifier.finish()
        return results
    }

    /// What differs, then one line a layer.
    private func show(_ results: [VectorRun.Result]) throws(Failure) {
        for result in results {
            switch result.outcome {
            case .agrees: break
            case .unsupported:
                try Terminal.out(
                    lang("\(result.name) : non pris en charge", "\(result.name): not supported"))
            case .differs(let differences):
                for difference in differences {
                    try Terminal.out(TerminalText.neutralised(line(difference, of: result.name)))
                }
            }
        }
        for layer in VectorLayer.allCases {
            let ofLayer = results.filter { $0.layer == layer }
            if !ofLayer.isEmpty { try Terminal.out(line(layer.rawValue, ofLayer)) }
        }
        try Terminal.out(line(lang("tout", "all"), results))
    }

    private func line(_ difference: VectorExpectation.Difference, of name: String) -> String {
        let (expected, answered) = (difference.expected(lang), difference.answered(lang))
        return lang(
            "\(name) : \(difference.what) : attendu \(expected), reçu \(answered)",
            "\(name): \(difference.what): expected \(expected), answered \(answered)")
    }

    private func line(_ title: String, _ results: [VectorRun.Result]) -> String {
        let right = results.count { $0.outcome == .agrees }
        let unsupported = results.count { $0.outcome == .unsupported }
        let name = title + String(repeating: " ", count: max(1, 12 - title.count))
        return name
            + lang("\(right) justes sur \(results.count)", "\(right) of \(results.count) right")
            + (unsupported > 0
                ? lang(", \(unsupported) non pris en charge", ", \(unsupported) not supported")
                : "")
    }
}
