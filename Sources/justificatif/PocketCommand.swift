internal import ArgumentParser
internal import Console
internal import Explaining
internal import Files
internal import ListFiles
internal import Lists
internal import Pocket
internal import Sodium

struct PocketCommand: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "pocket",
        abstract: "Writes the counter page as one HTML file, with the lists in it.",
        discussion: """
            The file works in a current browser without any network, and nothing is installed. It \
            checks its lists itself against the roots, and takes newer lists that are dropped onto \
            it.

              justificatif pocket --lists listes --out guichet.html
              justificatif pocket --lists listes --scale cantine.json --out guichet.html
            """)

    @OptionGroup var place: ListsOptions
    @OptionGroup var speech: LanguageOptions

    @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
    var out: String

    @OptionGroup var recipients: RecipientOptions

    @Option(
        name: .customLong("scale"),
        help: ArgumentHelp(
            "A published scale, whose brackets the page shows in euros; may be repeated.",
            valueName: "file"))
    var scales: [String] = []

    @Option(
        help: ArgumentHelp(
            "Also write a sheet of practice codes to print, as HTML.", valueName: "file"))
    var practiceSheet: String?

    @Flag(help: "Overwrite an existing file.")
    var force = false

    func run() throws {
        let crypto = try SodiumCrypto()
        let folder = ListsFolder(place.lists)
        let roots = try folder.roots(named: place.roots, crypto)
        let loaded = try folder.loadAll(roots: roots, crypto)
        let edition = loaded.edition
        guard let trust = edition.trust else {
            throw Failure(
                "no-trust-list", .configuration,
                "\(place.lists) : aucune liste de confiance n’est en vigueur ici ; lancez : "
                    + "justificatif lists install",
                "\(place.lists): no trust list is in force here; run: justificatif lists install")
        }
        for fault in loaded.faults { Terminal.warning(fault.line(lang), lang) }
        let revocations = edition.revocations.sorted { $0.key < $1.key }.map(\.value.bytes)
        let page = PocketPage(
            roots: Array(RootsFile.text(roots).utf8),
            lists: (edition.chain.map { [$0] } ?? []) + [trust.bytes] + revocations,
            recipients: try recipients.names(),
            scales: try scales.map { try ScaleFile.read(at: $0) })
        try write(page.html(crypto), to: out)
        if let practiceSheet { try write(PocketPage.practiceSheet, to: practiceSheet) }
    }

    private func write(_ text: String, to path: String) throws {
        try FileWriting.write(Array(text.utf8), to: path, existing: force ? .replace : .refuse)
    }
}
