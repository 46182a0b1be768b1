internal import ArgumentParser
internal import Checking
internal import Console
internal import Explaining
internal import SpoolService

struct Check: SpeakingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks for what would keep the daemon from working, and says what to do.",
        discussion:
            "Run it as the user of the daemon. Exit status: 0 all is well, 78 something to do.")

    @OptionGroup var options: SpoolOptions
    @OptionGroup var speech: LanguageOptions

    func run() throws {
        let results = try DaemonChecks.results(options.settings(), at: Moment.now())
        for line in results.flatMap({ $0.lines(lang) }) { try Terminal.out(line) }
        if !results.allSatisfy(\.isGood) { throw ExitStatus.configuration }
    }
}
