internal import ArgumentParser
internal import Files
internal import JSONFields
internal import Judging
internal import ListFiles
internal import Lists
internal import ReaderClient
internal import Sodium
internal import SpoolFiles
internal import Spooling
internal import Verification

struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judges scans until it is stopped.",
        discussion: """
            SIGTERM finishes the scan at hand and stops; SIGHUP reads the lists again. Events go \
            to standard error as one JSON object a line, without names of persons or files.
            """)

    @Option(help: ArgumentHelp("Folder with in/ and verdicts/.", valueName: "dir"))
    var spool = "/var/spool/justificatif"

    @Option(help: ArgumentHelp("Folder with the lists.", valueName: "dir"))
    var lists = "/var/lib/justificatif/lists"

    @Option(
        help: ArgumentHelp(
            "Roots to trust, instead of those pinned by \"lists init\".", valueName: "file"))
    var roots: String?

    func run() throws {
        let crypto = try SodiumCrypto()
        let reader = try PictureReader.installed()
        let folders = try Spool(spool)
        let watch = try ArrivalWatch(folders.arrivals)
        var desk = ScanDesk(
            judge: try judge(crypto, reader), numbering: ArrivalNumbering())
        EventLog.write("started")
        for scan in try folders.recover() { try desk.handle(scan, in: folders) }
        var readiness = Readiness()
        while true {
            let pause = try desk.handleArrivals(in: folders, readiness)
            readiness.forget()
            switch watch.wait(milliseconds: pause) {
            case .arrivals(let names): names.forEach { readiness.arrived($0) }
            case .timeout: break
            case .reload: reload(&desk, crypto, reader)
            case .stop:
                EventLog.write("stopped")
                return
            }
        }
    }

    private func judge(
        _ crypto: SodiumCrypto, _ reader: PictureReader
    ) throws -> ScanJudge<SodiumCrypto> {
        let folder = ListsFolder(lists)
        let roots = try folder.roots(named: roots, crypto)
        let verifier = Verifier(lists: try folder.load(roots: roots, crypto), crypto: crypto)
        return ScanJudge(verifier: verifier, reader: reader)
    }

    /// New lists are taken only when they are whole and good; else the old ones go on.
    private func reload(_ desk: inout ScanDesk, _ crypto: SodiumCrypto, _ reader: PictureReader) {
        do {
            desk.judge = try judge(crypto, reader)
            EventLog.write("lists-loaded")
        } catch {
            EventLog.write("lists-kept", ["error": .string("\(error)")])
        }
    }
}
