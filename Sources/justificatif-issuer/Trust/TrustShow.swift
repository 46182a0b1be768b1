internal import ArgumentParser
internal import Console
internal import Files
internal import ListFiles
internal import Lists
internal import Office
internal import Sodium
internal import Wire

struct TrustShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows what a signed trust list says and who signed it.")

    @Argument(help: ArgumentHelp("trust.cose.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("Check the signatures against these roots.", valueName: "file"))
    var roots: String?

    func run() throws {
        let crypto = try SodiumCrypto()
        let bytes = try FileReading.bytes(of: file, limit: Limits.trustListBytes)
        let list = try TrustProposal(reading: bytes, at: file, crypto)
        for line in ListDescription.lines(list, crypto) { try Terminal.out(line) }
        guard let roots else {
            try Terminal.out("signatures: NOT VERIFIED (give --roots roots.pub)")
            return
        }
        let known = try RootsFile.read(roots, crypto)
        let good = list.count(of: known, crypto)
        let verdict = good >= known.threshold ? "enough" : "NOT ENOUGH"
        try Terminal.out("signatures: \(good) good, \(known.threshold) needed: \(verdict)")
    }
}
