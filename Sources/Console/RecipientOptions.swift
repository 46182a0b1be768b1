package import ArgumentParser
internal import Explaining
internal import Proofs

/// Who is checking, for justificatifs made for somebody.
package struct RecipientOptions: ParsableArguments {
    /// As they were given; `names()` checks them.
    @Option(
        name: .customLong("recipient"),
        help: ArgumentHelp(
            "A name this place answers to; may be repeated. A justificatif made for somebody "
                + "else is then wrong-recipient.", valueName: "name"))
    package private(set) var given: [String] = []

    package init() {}

    /// The names; refuses one that is compared as nothing and would refuse every justificatif made
    /// for somebody.
    package func names() throws(Failure) -> [String] {
        if let name = given.first(where: { NameFolding.folded($0).isEmpty }) {
            throw Failure(NameFault(ofForm: name).explanation.about("--recipient"))
        }
        return given
    }
}
