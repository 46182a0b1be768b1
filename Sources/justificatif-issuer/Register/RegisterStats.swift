internal import ArgumentParser
internal import Console
internal import JSONFields
internal import Office
internal import Register

struct RegisterStats: SpeakingCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Counts per day what was issued, cancelled and published; names nothing.")

    @OptionGroup var place: RegisterOption

    @OptionGroup var speech: LanguageOptions

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let statistics = try RegisterStatistics(ProofRegister(opening: place.register))
        let lines = json ? [statistics.json.line()] : statistics.lines(lang)
        for line in lines { try Terminal.out(line) }
    }
}
