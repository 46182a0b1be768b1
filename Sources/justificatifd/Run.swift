internal import ArgumentParser
internal import Console
internal import Counter
internal import Siblings
internal import Sodium
internal import SpoolFiles

struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judges scans until it is stopped.",
        discussion: """
            SIGTERM finishes the scans at hand and stops; SIGHUP reads the lists again, as newly \
            installed ones are by themselves. Events go to standard error as one JSON object a \
            line, without names of persons or files.
            """)

    @OptionGroup var options: SpoolOptions

    @Option(help: ArgumentHelp("Minutes an input is kept after its verdict.", valueName: "min"))
    var keepInput: Int?

    @Option(
        help: ArgumentHelp("Hours a verdict keeps what it says of a person.", valueName: "hours"))
    var keepVerdict: Int?

    @Option(help: ArgumentHelp("Write Prometheus metrics to FILE.prom.", valueName: "file"))
    var metrics: String?

    func validate() throws {
        guard (0...1_440).contains(keepInput ?? 0) else {
            throw ValidationError("--keep-input must be 0 to 1440 minutes")
        }
        guard (1...8_760).contains(keepVerdict ?? 1) else {
            throw ValidationError("--keep-verdict must be 1 to 8760 hours")
        }
        guard metrics?.hasSuffix(".prom") ?? true else {
            throw ValidationError("--metrics: the name must end with .prom")
        }
    }

    func run() throws {
        var settings = try options.settings()
        settings.keepInputMinutes = keepInput ?? settings.keepInputMinutes
        settings.keepVerdictHours = keepVerdict ?? settings.keepVerdictHours
        settings.metrics = metrics ?? settings.metrics
        // Before any thread, which would take the signals instead.
        let signals = try SignalSource()
        let counter = try CounterDesk(
            lists: settings.lists, roots: settings.roots, reader: PictureReader.installed(),
            SodiumCrypto())
        ListsLog.write(.loaded(counter.lists))
        try SpoolMaking.make(
            settings.spool,
            SpoolMaking.plans(dropGroup: settings.dropGroup, readGroup: settings.readGroup))
        guard let lock = try SpoolLock(settings.spool) else {
            throw Failure(.configuration, "\(settings.spool): another daemon works here")
        }
        var daemon = try Daemon(settings, lock, signals, counter)
        daemon.run()
    }
}
