internal import ArgumentParser
internal import Console
internal import Explaining
internal import Files
internal import Host
internal import ListFiles
internal import Lists
internal import Sodium

struct Setup: SpeakingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prepares this machine to check justificatifs.",
        discussion: """
            Pins the publisher's roots, installs the lists, starts the services that are \
            installed, and ends with a check. Run it as root; what it writes belongs to the \
            account of the service. Running it again is safe.

              justificatif setup --roots roots.pub --from /media/usb/listes

            Without --yes it asks whether the fingerprint of the roots is the one the publisher \
            reads out. --fingerprint answers beforehand.

            Exit status: 0 all is well, 64 the fingerprint is another, 78 something is left to do.
            """)

    @Option(help: ArgumentHelp("The publisher's roots.pub.", valueName: "file"))
    var roots = "/etc/justificatif/roots.pub"

    @Option(
        help: ArgumentHelp("Lists to install: a file, or a folder of them.", valueName: "source"))
    var from: String?

    @Option(help: ArgumentHelp("The fingerprint that the publisher reads out.", valueName: "hex"))
    var fingerprint: String?

    @Option(help: ArgumentHelp("Folder with the lists.", valueName: "dir"))
    var lists = ListsOptions.usualFolder

    @Flag(name: .shortAndLong, help: "Do not ask.")
    var yes = false

    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let crypto = try SodiumCrypto()
        let pinned = try RootsFile.read(roots, crypto)
        try confirm(pinned.fingerprint(crypto))
        guard try own(["lists", "init", "--roots", roots, "--lists", lists]) else {
            throw ExitStatus.configuration
        }
        var isWhole = true
        if let from { isWhole = try own(["lists", "install", from, "--lists", lists]) }
        isWhole = try start() && isWhole
        isWhole = try check() && isWhole
        guard isWhole else { throw ExitStatus.configuration }
    }

    private func confirm(_ actual: String) throws {
        try say("empreinte des racines", "fingerprint of the roots", actual)
        if let fingerprint {
            guard fingerprint.lowercased().filter({ !$0.isWhitespace }) == actual.lowercased()
            else {
                throw Failure(
                    "other-fingerprint", .data,
                    "\(roots) : l’empreinte est \(actual), pas celle de --fingerprint ; "
                        + "ne vous y fiez pas et appelez l’éditeur",
                    "\(roots): its fingerprint is \(actual), not that of --fingerprint; "
                        + "do not trust it, and call the publisher")
            }
            return
        }
        if yes { return }
        guard Terminal.canAsk else {
            throw Failure(
                "not-confirmed", .data,
                "comparez l’empreinte avec l’éditeur, puis donnez --fingerprint ou --yes",
                "compare the fingerprint with the publisher, then give --fingerprint or --yes")
        }
        let question = lang(
            "Est-ce celle que l’éditeur vous lit au téléphone ? (oui/non) ",
            "Is it the one that the publisher reads out by telephone? (yes/no) ")
        guard Terminal.ask(question) else {
            throw Failure(
                "not-confirmed", .data, "rien n’a été changé", "nothing was changed")
        }
    }

    /// Runs a command of this program, which gives up root for the owner of the folder.
    private func own(_ arguments: [String]) throws -> Bool {
        let spoken = arguments + ["--lang", speech.lang.rawValue]
        return try HostCommand.run("/proc/self/exe", spoken)
    }

    /// Starts what is installed of the services; returns false if one did not start.
    private func start() throws -> Bool {
        let units = ["justificatifd.service", "justificatif-guichet.service"].filter {
            ServiceUnits.isInstalled($0)
        }
        guard ServiceUnits.areManaged else {
            if !units.isEmpty {
                Terminal.note(
                    lang(
                        "systemd ne tourne pas ici : les services n’ont pas été démarrés",
                        "systemd does not run here: the services were not started"), lang)
            }
            return true
        }
        var isWhole = true
        for unit in units + (try timers()) {
            let hasStarted = try ServiceUnits.enable(unit)
            if hasStarted { try say("démarré", "started", unit) }
            isWhole = isWhole && hasStarted
        }
        return isWhole
    }

    /// The timer that fetches lists, if somebody has said from where.
    private func timers() throws -> [String] {
        let (unit, file) = ("justificatif-lists.timer", "/etc/justificatif/lists.curl")
        guard ServiceUnits.isInstalled(unit) else { return [] }
        let text = try FileReading.bytes(of: file, limit: 65_536)
        if !String(decoding: text, as: UTF8.self).contains("example.org") { return [unit] }
        Terminal.note(
            lang(
                "les listes ne se mettent pas à jour seules : nommez leurs adresses dans "
                    + "\(file), puis : systemctl enable --now \(unit)",
                "the lists are not renewed by themselves: name their addresses in \(file), "
                    + "then: systemctl enable --now \(unit)"), lang)
        return []
    }

    /// Ends with the daemon's check as its account or, without a daemon, with that of a counter.
    private func check() throws -> Bool {
        let daemon = "/usr/bin/justificatifd"
        guard Folders.exists(daemon), ServiceUnits.isInstalled("justificatifd.service") else {
            return try own(["check", "--lists", lists])
        }
        return try HostCommand.run(
            daemon, ["check", "--lists", lists, "--lang", speech.lang.rawValue],
            as: "justificatif")
    }
}
