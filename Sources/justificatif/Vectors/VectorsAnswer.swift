internal import ArgumentParser
internal import Console
internal import JSONFields
internal import Siblings
internal import VectorRunning

struct VectorsAnswer: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "Answers questions of Vectors/README.md 3, one line each.",
        discussion: """
            This verifier, for a harness that is not ours:

              python3 Vectors/verifier/run.py --command 'justificatif vectors answer'
            """)

    @OptionGroup var speech: LanguageOptions

    /// The largest question, in bytes: a list of 16 MiB in hexadecimal, twice.
    private static let byteLimit = 134_217_728

    func run() throws {
        let verifier = try OwnVerifier(reader: try? PictureReader.installed())
        while let line = readLine() {
            let question = try JSONValue(
                parsing: Array(line.utf8), from: "question", limit: VectorsAnswer.byteLimit)
            try Terminal.out(verifier.answer(question).line())
        }
    }
}
