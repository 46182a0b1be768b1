internal import ArgumentParser
internal import Console
internal import JSONFields
internal import Office
internal import Register

struct RegisterStats: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Counts per day what was issued, cancelled and published; names nothing.")

    @OptionGroup var place: RegisterOption

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let statistics = try RegisterStatistics(ProofRegister(opening: place.register))
        for line in json ? [statistics.json.line()] : statistics.lines { try Terminal.out(line) }
    }
}
