internal import ArgumentParser
internal import Console
internal import Proofs
internal import Reporting

extension Language: ExpressibleByArgument {}

/// Where the lists are and whom they are checked against.
struct ListsOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Folder with the lists.", valueName: "dir"))
    var lists = "/var/lib/justificatif/lists"

    @Option(
        help: ArgumentHelp(
            "Roots to trust, instead of those pinned by \"lists init\".", valueName: "file"))
    var roots: String?
}

/// The instant to judge for.
struct InstantOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Judge as of this instant or day (RFC 3339, UTC) instead of now.",
            valueName: "instant"))
    var at: String?

    /// The instant, and whether it was given and not read from the clock.
    func resolve() throws -> (instant: Instant, simulated: Bool) {
        guard let at else { return (Instant(seconds: SystemClock.seconds()), false) }
        guard let instant = Instant(at) else {
            throw Failure(.refused, "--at: give 2026-11-21 or 2026-11-21T09:30:00Z")
        }
        return (instant, true)
    }
}

/// How results are printed.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print one JSON object a line (Spec/verdict.schema.json).")
    var json = false

    @Option(help: ArgumentHelp("Language of the words: fr or en.", valueName: "lang"))
    var lang = Language.french
}
