internal import ArgumentParser
internal import Confinement
internal import Console
internal import Counter
internal import Explaining
internal import Files
internal import Glibc
internal import GuichetService
internal import Host
internal import Pocket
internal import Proofs
internal import Siblings
internal import Sodium
internal import WebRules
internal import WebServing

/// The counter page, judged by this machine.
@main
struct Program: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "justificatif-guichet",
        abstract: "Serves the counter page to the browser of this machine.",
        discussion: """
            Prints an address; open it in a browser of this machine, then scan, or give a \
            picture, a PDF or a text. Nobody else can reach it: it listens on 127.0.0.1, and \
            every start has a token of its own.

              justificatif-guichet --lists listes
              justificatif-guichet --lists listes --recipient "Ville de Lille" --scale cantine.json

            Software beside it may ask as well: POST /v1/verify with the token, as \
            Spec/guichet.openapi.json says. SIGTERM and Ctrl-C end it.

            With --origin, browsers of other machines come in through a server with TLS in front, \
            once "pair" gave each a code (Spec/guichet.md 6.3). It listens on 127.0.0.1 as before.
            """,
        version: ProductVersion.text, subcommands: [Pair.self, Devices.self])

    @OptionGroup var place: ListsOptions
    @OptionGroup var recipients: RecipientOptions

    @Option(help: ArgumentHelp("Port on 127.0.0.1; 0 for any that is free.", valueName: "n"))
    var port = 8391

    @Option(
        name: .customLong("scale"),
        help: ArgumentHelp(
            "A published scale, whose brackets the page shows in euros; may be repeated.",
            valueName: "file"))
    var scales: [String] = []

    @Option(
        help: ArgumentHelp(
            "Keep the token in this file, made for its owner alone, instead of printing a new one.",
            valueName: "file"))
    var tokenFile: String?

    @Option(
        help: ArgumentHelp(
            "Take browsers of other machines, which come through a server with TLS of this origin.",
            valueName: "https://name"))
    var origin: String?

    @OptionGroup var shelf: DeviceOptions

    @Flag(help: "Write each request to standard error: route, status and time, and no content.")
    var log = false

    @OptionGroup var speech: LanguageOptions

    static func main() { ProgramRunner.main(Program.self) }

    func run() throws {
        try checkAddresses()
        let crypto = try SodiumCrypto()
        let token = try tokenFile.map { try GuichetToken(file: $0, crypto) } ?? GuichetToken(crypto)
        let page = ServerPage(
            scales: try scales.map { try ScaleFile.read(at: $0) }, isPairing: origin != nil, crypto)
        let entrance = try origin.map { try makeEntrance($0, crypto) }
        let socket =
            try ListeningSocket(
                handedTo: Program.variable("LISTEN_PID"), count: Program.variable("LISTEN_FDS"))
            ?? ListeningSocket(port: port)
        // From here on no socket is made, and nothing is written but in the folder of the lists and
        // in that of the devices.
        try Confinement.enterServer(
            writingIn: [place.lists] + (entrance == nil ? [] : [shelf.devices]))
        let counter = try CounterDesk(
            lists: place.lists, roots: place.roots, recipients: try recipients.names(),
            reader: try? PictureReader.installed(), crypto)
        let desk = GuichetDesk(counter, now: { Moment.now() }, crypto)
        try GuichetRoutes(desk, token, page, entrance).serve(
            on: socket, lang, record: { [log] record in if log { Program.write(record) } }
        ) { try tell(socket.port, token) }
    }

    private func checkAddresses() throws(Failure) {
        try Failure.check("--port", port, 0...65_535)
        guard let origin else { return }
        guard WebAddress(origin)?.origin == origin, origin.hasPrefix("https://") else {
            throw Failure(
                "origin-option", .data, "--origin : doit être https://nom, sans chemin",
                "--origin: must be https://name, without a path")
        }
    }

    private func makeEntrance(_ origin: String, _ crypto: SodiumCrypto) throws -> GuichetEntrance {
        let devices = try PairedDevices(makingIn: shelf.devices, crypto)
        let desk = PairingDesk(
            devices, now: { Moment.now() }, milliseconds: { SystemClock.steadyMilliseconds() })
        return GuichetEntrance(origin: origin, desk)
    }

    /// A token in a file is a secret of a service, whose output goes to a journal.
    private func tell(_ port: Int, _ token: GuichetToken) throws {
        let address = "http://127.0.0.1:\(port)/"
        if let tokenFile {
            try say("Jeton", "Token", tokenFile)
            try say("Page de contrôle", "Counter page", address)
        } else {
            try say("Page de contrôle", "Counter page", "\(address)#\(token.text)")
            try say(
                "Ouvrez cette adresse dans un navigateur de ce poste. Ctrl-C arrête.",
                "Open this address in a browser of this machine. Ctrl-C ends.")
        }
        if let origin { try say("Autres appareils", "Other devices", "\(origin)/") }
    }

    private static func variable(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }

    private static func write(_ record: RequestRecord) {
        let line =
            "\(record.method) \(record.route ?? "-") \(record.status) \(record.milliseconds) ms\n"
        // There is no other place to say that it cannot be written.
        _ = FileWriting.writeAll(Array(line.utf8), to: STDERR_FILENO)
    }
}
