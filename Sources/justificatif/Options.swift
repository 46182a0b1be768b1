internal import ArgumentParser
internal import Proofs

/// How results are printed.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print one JSON object a line (Spec/verdict.schema.json).")
    var json = false
}

/// Who is checking, for justificatifs made for somebody.
struct RecipientOptions: ParsableArguments {
    @Option(
        name: .customLong("recipient"),
        help: ArgumentHelp(
            "A name this place answers to; may be repeated. A justificatif made for somebody "
                + "else is then wrong-recipient.", valueName: "name"))
    var names: [String] = []

    /// A name that is compared as nothing would refuse every justificatif made for somebody.
    func validate() throws {
        guard names.allSatisfy({ !NameFolding.folded($0).isEmpty }) else {
            throw ValidationError("--recipient: is empty; give a name, or leave the option out.")
        }
    }
}
