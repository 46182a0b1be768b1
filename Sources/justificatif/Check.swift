internal import ArgumentParser
internal import Checking
internal import Console
internal import Explaining
internal import Host
internal import Siblings

struct Check: SpeakingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks for what would keep this machine from checking justificatifs.",
        discussion: """
            Lists, the reader of pictures and its libraries, units, clock; every finding names the \
            command that puts it right. Run by root it looks as the account that the lists belong \
            to. Where the daemon is installed, "justificatifd check" looks at its folders too.

            Exit status: 0 all is well, 78 something is to be done.
            """)

    @OptionGroup var place: ListsOptions
    @OptionGroup var speech: LanguageOptions

    func run() throws {
        _ = try FolderOwner.become(of: place.lists)
        let results =
            ListChecks.results(lists: place.lists, roots: place.roots, at: Moment.now())
            + ReaderChecks.results(expectsPDF: false, PictureReader.installed)
            + UnitChecks.results()
        for line in results.flatMap({ $0.lines(lang) }) { try Terminal.out(line) }
        if !results.allSatisfy(\.isGood) { throw ExitStatus.configuration }
    }
}
