internal import ArgumentParser
internal import SpoolService

/// Options that all commands of the daemon share; each wins over the configuration file.
struct SpoolOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Configuration file (JSON).", valueName: "file"))
    var config: String?

    @Option(
        help: ArgumentHelp(
            "Folder with in/ and verdicts/ (default: /var/spool/justificatif).", valueName: "dir"))
    var spool: String?

    @Option(
        help: ArgumentHelp(
            "Folder with the lists (default: /var/lib/justificatif/lists).", valueName: "dir"))
    var lists: String?

    @Option(
        help: ArgumentHelp(
            "Roots to trust, instead of those pinned by \"lists init\".", valueName: "file"))
    var roots: String?

    @Option(
        help: ArgumentHelp(
            "Append verdicts to this file instead of writing one file each.", valueName: "file"))
    var journal: String?

    func settings() throws -> DaemonSettings {
        try DaemonSettings(config) { settings in
            settings.spool = spool ?? settings.spool
            settings.lists = lists ?? settings.lists
            settings.roots = roots ?? settings.roots
            settings.journal = journal ?? settings.journal
        }
    }
}
