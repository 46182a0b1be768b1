internal import ArgumentParser
internal import Console
internal import Counter
internal import Explaining
internal import Issuing
internal import ListFiles
internal import Office
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
            "Page to write: FILE.pdf to print, FILE.html for screens; may be repeated. With "
                + "--batch: pdf, html or pdf,html.",
            valueName: "file"))
    var files: [String] = []

    @Option(
        help: ArgumentHelp(
            "Folder with the lists that counters have; what they would refuse is not issued. "
                + "\(ListsOptions.usualFolder) is looked at if lists were installed there.",
            valueName: "dir"))
    var lists: String?

    @Option(
        help: ArgumentHelp(
            "Roots to trust, instead of those pinned by \"lists init\".", valueName: "file"))
    var roots: String?

    /// What counters would say of what is signed; nil where there are no lists and no page needs
    /// them.
    ///
    /// A package makes the usual folder before anybody has put lists there.
    func counterCheck(_ terms: Terms, _ crypto: SodiumCrypto) throws -> CounterCheck? {
        let usual = ListsFolder(ListsOptions.usualFolder)
        guard lists != nil || roots != nil || !files.isEmpty || usual.hasRoots else { return nil }
        let folder = lists ?? ListsOptions.usualFolder
        let counter = try CounterDesk(
            lists: folder, roots: roots, isSimulated: terms.at != nil, crypto)
        return CounterCheck(counter, lists: folder, at: try Moment.parse(terms.at))
    }

    /// What pages are made with; nil when none was asked for.
    func maker(at: String?, _ language: Language) throws -> ProofPrinter.Pages? {
        guard !files.isEmpty else { return nil }
        return ProofPrinter.Pages(
            printer: try PagePrinter.installed(), lists: lists ?? ListsOptions.usualFolder,
            roots: roots, at: at, language)
    }
}
