internal import ArgumentParser
internal import Console
internal import Counter
internal import Files
internal import Issuing
internal import Proofs
internal import Reporting
internal import Siblings
internal import Sodium

/// The page to print, made in one go with the justificatif.
///
/// Its legal words are those of the issuer's signed trust-list entry, so it is made with the lists
/// that counters have, and only of what they accept.
struct PageOutput: ParsableArguments {
    @Option(
        name: .customLong("page"),
        help: ArgumentHelp(
            "Page to write: FILE.pdf to print, FILE.html for screens; may be repeated.",
            valueName: "file"))
    var files: [String] = []

    @Option(
        help: ArgumentHelp(
            "Folder with the lists that counters have; of use with --page.", valueName: "dir"))
    var lists = "/var/lib/justificatif/lists"

    @Option(
        help: ArgumentHelp(
            "Roots to trust, instead of those pinned by \"lists init\".", valueName: "file"))
    var roots: String?

    /// What pages need, looked at before anything is signed; nil when none was asked for.
    func printer(
        at: String?, force: Bool, _ crypto: SodiumCrypto
    ) throws -> IssuedPages? {
        guard !files.isEmpty else { return nil }
        let targets = try files.map { file in
            guard let format = PageFormat(ofFile: file) else {
                let name = TerminalText.neutralised(file)
                throw Failure(.refused, "--page \(name): must end in .pdf or .html")
            }
            if !force, Folders.exists(file) {
                throw FileFault(
                    .exists, file, "existe déjà ; --force le remplace",
                    "exists already; --force overwrites it")
            }
            return (file, format)
        }
        let counter = try CounterDesk(lists: lists, roots: roots, isSimulated: at != nil, crypto)
        return IssuedPages(
            targets: targets, lists: lists, roots: roots, at: at, force: force,
            printer: try PagePrinter.installed(),
            judge: counter.judge)
    }
}
