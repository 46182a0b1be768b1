internal import ArgumentParser
internal import Console
internal import Explaining
internal import Files
internal import ListFiles
internal import Lists
internal import Office
internal import Reporting
internal import Sodium
internal import Wire

/// The trust list that another is compared with.
struct AgainstOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Say what differs from this list, or from the one in force in a lists folder.",
            valueName: "file|dir"))
    var against: String?

    /// Prints what a list says otherwise, if one to compare with was given.
    func show(
        _ list: TrustProposal, _ crypto: SodiumCrypto, _ language: Language
    ) throws {
        guard let against else { return }
        let other = TrustListSheet(of: try known(against, crypto), crypto, language)
        let differences = TrustListSheet(of: list, crypto, language).differences(from: other)
        try Terminal.out(
            differences.isEmpty
                ? language(
                    "face à \(against) : dit la même chose", "against \(against): says the same")
                : language("face à \(against) : ce qui change", "against \(against): what changes"))
        for line in differences { try Terminal.out("  \(TerminalText.neutralised(line))") }
    }

    private func known(_ path: String, _ crypto: SodiumCrypto) throws -> TrustProposal {
        guard Folders.isFolder(path) else {
            let bytes = try FileReading.bytes(of: path, limit: Limits.trustListBytes)
            return try TrustProposal(reading: bytes, at: path, crypto)
        }
        let folder = ListsFolder(path)
        let lists = try folder.loadAll(roots: folder.roots(named: nil, crypto), crypto)
        guard let trust = lists.edition.trust else {
            throw Failure(
                "no-trust-list", .configuration,
                "\(path) : aucune liste de confiance n’est en vigueur ici",
                "\(path): no trust list is in force here")
        }
        return try TrustProposal(reading: trust.bytes, at: path, crypto)
    }
}
