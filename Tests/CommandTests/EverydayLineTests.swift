import ArgumentParser
import TestSupport
import Testing

@testable import justificatif

/// The line that is read without ArgumentParser (Spec/decisions/0021).
struct EverydayLineTests {
    /// Words of everyday lines, and their neighbours.
    private static let words = [
        "verify", "--lists", "--at", "--lang", "--json", "--strict", "--several", "--follow",
        "--roots", "--recipient", "listes", "2026-11-20", "fr", "en", "de", "scan.png", "-", "--",
        "", "JF1:AAAA", "--lists=listes", "--lang=en", "--help", "-h", "--version", "help", "lists",
        "---", "-j", "é",
    ]

    /// What ArgumentParser understands, nil if it refuses the line or takes it for another.
    private static func parsed(_ words: [String]) -> VerifyRun? {
        guard let command = try? Program.parseAsRoot(words) as? Verify else { return nil }
        return command.follow ? nil : try? command.asked()
    }

    @Test func readsALineAsArgumentParserDoesOrNotAtAll() {
        var random = SplitMix64(seed: 21)
        var (everyday, refused) = (0, 0)
        for _ in 0..<4_000 {
            let count = Int.random(in: 0...6, using: &random)
            let known = (0..<count).compactMap { _ in Self.words.randomElement(using: &random) }
            let line = Bool.random(using: &random) ? ["verify"] + known : known
            guard let run = EverydayLine.run(asked: line) else {
                refused += 1
                continue
            }
            everyday += 1
            #expect(run == Self.parsed(line), "\(line)")
        }
        #expect(everyday > 100 && refused > 100)
    }

    @Test(arguments: [
        ["verify", "scan.png"], ["verify", "-"], ["verify", "--json", "a", "b"],
        ["verify", "a", "--lists", "listes", "b"],
        ["verify", "--lists", "l", "--at", "2026-11-20", "--lang", "en", "--json", "JF1:AAAA"],
    ])
    func readsWhatACounterTypes(_ line: [String]) {
        #expect(EverydayLine.run(asked: line) == Self.parsed(line))
        #expect(EverydayLine.run(asked: line) != nil)
    }

    @Test(arguments: [
        [], ["verify"], ["verify", "--json"], ["inspect", "a"], ["verify", "a", "--follow"],
        ["verify", "a", "--strict"], ["verify", "a", "--lang", "de"], ["verify", "a", "--lists"],
        ["verify", "a", "--lists", "--json"], ["verify", "--lists=l", "a"], ["verify", "--", "a"],
        ["verify", "--lists", "l", "--lists", "m", "a"], ["verify", "a", "--help"],
    ])
    func leavesAnyOtherLineToArgumentParser(_ line: [String]) {
        #expect(EverydayLine.run(asked: line) == nil)
    }

    /// `--lists=DIR` is the same to ArgumentParser, and not everyday.
    @Test func endsAndPrintsTheSameByEitherWay() throws {
        let desk = try Desk()
        try desk.issue()
        let (proof, lists) = (desk.file("proof.txt"), desk.file("lists"))
        let lines = [
            [lists, "--at", Desk.day, proof], [lists, "--at", Desk.day, "--json", proof],
            [lists, "--at", Desk.day, "--lang", "en", proof, desk.file("missing")],
            [lists, "--at", "2027-11-21", "--lang", "en", "--json", desk.file("missing"), proof],
            [lists, "--at", "yesterday", proof], [lists, "JF1:AAAA"],
            [desk.file("nowhere"), "--lang", "en", proof],
        ]
        for line in lines {
            let program = Command.path(of: "justificatif")
            let short = try Command.run(program, ["verify", "--lists"] + line)
            let long = try Command.run(
                program, ["verify", "--lists=\(line[0])"] + line.dropFirst())
            #expect(short.status == long.status, "\(line)")
            #expect(short.output == long.output, "\(line)")
            #expect(short.errors == long.errors, "\(line)")
        }
    }
}
