import TestSupport
import Testing

/// What somebody types and reads: commands, what each prints on both streams, and how it ends.
///
///     A sentence for the reader.
///
///     $ justificatif verify --lists lists scan.png
///     ✓ Justificatif authentique
///     => 0
///
/// A command goes to `/bin/sh`; what follows it up to `=> `, its exit status, is what it must print.
/// All else is for the reader.
struct Transcript {
    /// A command and what it prints, the last line being its exit status.
    struct Step: Equatable {
        let command: String
        var lines: [String] = []

        var text: String { (["$ \(command)"] + lines).joined(separator: "\n") }
    }

    let name: String
    let steps: [Step]

    init(name: String, text: String) {
        self.name = name
        var steps: [Step] = []
        var isOpen = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("$ ") {
                steps.append(Step(command: String(line.dropFirst(2))))
                isOpen = true
            } else if isOpen {
                steps[steps.count - 1].lines.append(String(line))
                isOpen = !line.hasPrefix("=> ")
            }
        }
        self.steps = steps
    }

    /// The files of Tests/Transcripts.
    static let all: [Transcript] = Checkout.files(below: "Tests/Transcripts").map { path in
        Transcript(name: path, text: Checkout.text(path) ?? "")
    }

    /// What the commands print, run one after the other in a folder of their own.
    ///
    /// The programs are those built with the tests; `vectors` in the folder is Vectors, and
    /// `practice` its folder of worthless keys.
    func played() throws -> [Step] {
        let folder = TemporaryFolder()
        let programs = Command.path(of: "justificatif").split(separator: "/").dropLast()
        let links = "ln -s \(Checkout.root)/Vectors vectors; ln -s vectors/practice practice"
        _ = try Command.shell("cd \(folder.path); \(links)")
        let place = "cd \(folder.path); PATH=/\(programs.joined(separator: "/")):$PATH; exec 2>&1"
        return try steps.map { step in
            let outcome = try Command.shell("\(place); \(step.command)")
            var lines = outcome.text.split(separator: "\n", omittingEmptySubsequences: false)
            if lines.last == "" { lines.removeLast() }
            return Step(
                command: step.command, lines: lines.map(String.init) + ["=> \(outcome.status)"])
        }
    }
}

extension Transcript: CustomTestStringConvertible {
    var testDescription: String { name }
}
