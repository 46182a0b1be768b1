internal import ArgumentParser

struct Vectors: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tries a verifier on the published test vectors.",
        discussion: """
            Vectors/ of a checkout holds one file a scenario; Vectors/README.md says what stands \
            in them and how a verifier is asked.
            """,
        subcommands: [VectorsRun.self, VectorsAnswer.self])
}
