package import ArgumentParser
internal import Proofs

/// Who is checking, for justificatifs made for somebody.
package struct RecipientOptions: ParsableArguments {
    @Option(
        name: .customLong("recipient"),
        help: ArgumentHelp(
            "A name this place answers to; may be repeated. A justificatif made for somebody "
                + "else is then wrong-recipient.", valueName: "name"))
    package var names: [String] = []

    package init() {}

    /// A name that is compared as nothing would refuse every justificatif made for somebody.
    package func validate() throws {
        guard names.allSatisfy({ !NameFolding.folded($0).isEmpty }) else {
            throw ValidationError("--recipient: is empty; give a name, or leave the option out.")
        }
    }
}
