internal import ArgumentParser
internal import Console
internal import Counter
internal import Explaining
internal import Files
internal import Glibc
internal import Siblings
internal import Sodium
internal import SpoolFiles
internal import SpoolService
internal import Spooling

struct Run: SpeakingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judges scans until it is stopped.",
        discussion: """
            SIGTERM finishes the scans at hand and stops; SIGHUP reads the lists again, as newly \
            installed ones are by themselves. Events go to standard error as one JSON object a \
            line, without names of persons or files.
            """)

    @OptionGroup var options: SpoolOptions
    @OptionGroup var speech: LanguageOptions

    @Option(help: ArgumentHelp("Minutes an input is kept after its verdict.", valueName: "min"))
    var keepInput: Int?

    @Option(
        help: ArgumentHelp("Hours a verdict keeps what it says of a person.", valueName: "hours"))
    var keepVerdict: Int?

    @Option(help: ArgumentHelp("Write Prometheus metrics to FILE.prom.", valueName: "file"))
    var metrics: String?

    func run() throws {
        let settings = try settings()
        // Before any thread, which would take the signals instead.
        let signals = try SignalSource()
        let reader = try reader()
        try SpoolMaking.make(
            settings.spool,
            SpoolMaking.plans(dropGroup: settings.dropGroup, readGroup: settings.readGroup))
        guard let lock = try SpoolLock(settings.spool) else {
            throw Failure(
                "another-daemon", .configuration,
                "\(settings.spool) : un autre service y travaille déjà",
                "\(settings.spool): another daemon works here")
        }
        let context = context
        let opened = try ListsWait(settings, context).desk(heeding: signals) {
            try CounterDesk(
                lists: settings.lists, roots: settings.roots, reader: reader, SodiumCrypto())
        }
        guard let counter = opened else { return }
        var daemon = try DaemonLoop(settings, lock, counter, context)
        daemon.run(heeding: signals)
    }

    /// Those of the file, with what the line says otherwise.
    private func settings() throws -> DaemonSettings {
        try Failure.check("--keep-input", keepInput, DaemonSettings.keepInputMinutesRange)
        try Failure.check("--keep-verdict", keepVerdict, DaemonSettings.keepVerdictHoursRange)
        guard metrics?.hasSuffix(".prom") ?? true else {
            throw Failure(
                "metrics-ending", .data, "--metrics : le nom doit finir par .prom",
                "--metrics: the name must end with .prom")
        }
        var settings = try options.settings()
        settings.keepInputMinutes = keepInput ?? settings.keepInputMinutes
        settings.keepVerdictHours = keepVerdict ?? settings.keepVerdictHours
        settings.metrics = metrics ?? settings.metrics
        return settings
    }

    private var context: DaemonContext {
        let clock = DaemonClock {
            SpoolMoment(
                wall: SystemClock.milliseconds(), steady: SystemClock.steadyMilliseconds())
        }
        return DaemonContext(
            clock: clock,
            log: EventLog(clock, lang, SystemJournal(stream: Run.variable("JOURNAL_STREAM"))) {
                line in
                // There is no other place to say that the log cannot be written.
                _ = FileWriting.writeAll(line, to: STDERR_FILENO)
            },
            manager: ServiceManager(Run.variable("NOTIFY_SOCKET")),
            version: ProductVersion.text, lang)
    }

    private static func variable(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }

    private func reader() throws(NamedSiblingFault) -> PictureReader {
        do throws(SiblingFault) { return try PictureReader.installed() } catch {
            throw NamedSiblingFault(error, of: .reader)
        }
    }
}
