internal import ArgumentParser
internal import Console
internal import Counter
internal import Explaining
internal import Files
internal import Issuing
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
            "Page to write: FILE.pdf to print, FILE.html for screens; may be repeated.",
            valueName: "file"))
    var files: [String] = []

    @Option(
        help: ArgumentHelp(
            "Folder with the lists that counters have; what they would refuse is not issued. "
                + "\(ListsOptions.usualFolder) is looked at if it is there.", valueName: "dir"))
    var lists: String?

    @Option(
        help: ArgumentHelp(
            "Roots to trust, instead of those pinned by \"lists init\".", valueName: "file"))
    var roots: String?

    /// What counters would say of what is signed; nil where there are no lists and no page needs
    /// them.
    func counterCheck(_ terms: Terms, _ crypto: SodiumCrypto) throws -> CounterCheck? {
        guard lists != nil || !files.isEmpty || Folders.isFolder(ListsOptions.usualFolder) else {
            return nil
        }
        let folder = lists ?? ListsOptions.usualFolder
        let counter = try CounterDesk(
            lists: folder, roots: roots, isSimulated: terms.at != nil, crypto)
        return CounterCheck(
            counter.judge.verifier, lists: folder, at: try Moment.parse(terms.at))
    }

    /// What pages need, looked at before anything is signed; nil when none was asked for.
    func pages(at: String?, force: Bool, _ language: Language) throws -> IssuedPages? {
        guard !files.isEmpty else { return nil }
        let targets = try files.map { file in
            guard let format = PageFormat(ofFile: file) else {
                let name = TerminalText.neutralised(file)
                throw Failure(
                    "page-ending", .data, "--page \(name) : doit finir par .pdf ou .html",
                    "--page \(name): must end in .pdf or .html")
            }
            if !force, Folders.exists(file) {
                throw FileFault(
                    .exists, file, "existe déjà ; --force le remplace",
                    "exists already; --force overwrites it")
            }
            return (file, format)
        }
        return IssuedPages(
            targets: targets, lists: lists ?? ListsOptions.usualFolder, roots: roots, at: at,
            force: force, printer: try PagePrinter.installed(), language: language)
    }
}

/// Writes the pages of a justificatif once it is registered.
struct IssuedPages {
    let targets: [(file: String, format: PageFormat)]
    let lists: String
    let roots: String?
    let at: String?
    let force: Bool
    let printer: PagePrinter
    let language: Language

    func write(_ proof: IssuedProof) throws {
        for (file, format) in targets {
            let page = try printer.page(
                ofText: proof.text, as: format, lists: lists, roots: roots, at: at, language)
            try FileWriting.write(
                page, to: file, mode: PersonalFile.mode, existing: force ? .replace : .refuse)
        }
    }
}
