import Foundation
import TestSupport
import Testing

/// `issue --batch`: the good rows done, each bad one named by its line.
struct BatchTests {
    @Test func doesTheGoodRowsAndNumbersTheBadOnes() throws {
        let desk = try Desk()
        let row = Desk.claims.replacingOccurrences(of: "\n", with: " ")
        let rows = [row, #"{"qff": 1}"#, "", "not json", row].joined(separator: "\n")
        let outcome = try Command.issuer(
            "issue", "--key", desk.file("caf.key"), "--unregistered", "--at", Desk.day, "--batch",
            desk.write(Array(rows.utf8), as: "rows.jsonl"), "--out-dir", desk.file("out"))
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("rows.jsonl:2 : champ inconnu « qff »"))
        #expect(outcome.errors.contains("rows.jsonl:4 : n’est pas du JSON"))
        #expect(outcome.errors.contains("2 établis, 2 refusés"))
        let made = try FileManager.default.contentsOfDirectory(atPath: desk.file("out")).sorted()
        #expect(made == ["000001.png", "000001.txt", "000005.png", "000005.txt"])
        // They state something of a person: nobody else on the machine may read them.
        #expect(try Self.mode(of: desk.file("out")) == 0o700)
        for name in made { #expect(try Self.mode(of: desk.file("out/\(name)")) == 0o600) }
        let verified = try desk.verify(desk.file("out/000001.png"), desk.file("out/000005.txt"))
        #expect(verified.verdicts == ["valid", "valid"])
    }

    /// A table program of Windows saves rows in Latin-1.
    @Test func namesTheLineThatIsNotUTF8() throws {
        let desk = try Desk()
        let good = Desk.claims.replacingOccurrences(of: "\n", with: " ")
        let rows = Array("\(good)\n".utf8) + good.unicodeScalars.map { UInt8($0.value & 0xFF) }
        let outcome = try Command.issuer(
            "issue", "--key", desk.file("caf.key"), "--unregistered", "--at", Desk.day, "--batch",
            desk.write(rows, as: "rows.jsonl"), "--out-dir", desk.file("out"))
        #expect(outcome.status == 64)
        #expect(outcome.errors.contains("rows.jsonl:2"))
        #expect(outcome.errors.contains("UTF-8"))
    }

    private static func mode(of path: String) throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }

    @Test func neverOverwritesAnEarlierBatch() throws {
        let desk = try Desk()
        let row = desk.write(
            Array(Desk.claims.replacingOccurrences(of: "\n", with: " ").utf8), as: "rows.jsonl")
        let arguments = [
            "issue", "--key", desk.file("caf.key"), "--unregistered", "--at", Desk.day, "--batch",
            row, "--out-dir", desk.file("out"),
        ]
        let program = Command.path(of: "justificatif-issuer")
        #expect(try Command.run(program, arguments).status == 0)
        #expect(try Command.run(program, arguments).status == 74)
        #expect(try Command.run(program, arguments + ["--force"]).status == 0)
    }

    private static let row = Desk.claims.replacingOccurrences(of: "\n", with: " ") + "\n"

    private static func words(_ desk: Desk, rows count: Int) -> [String] {
        let rows = desk.write(
            Array(String(repeating: row, count: count).utf8), as: "rows.jsonl")
        return [
            "issue", "--key", desk.file("caf.key"), "--register", desk.file("caf.db"), "--at",
            Desk.day, "--batch", rows, "--out-dir", desk.file("out"), "--report",
            desk.file("report.csv"), "--lang", "en",
        ]
    }

    private static func issued(_ desk: Desk) throws -> Int {
        let stats = try Command.issuer(
            "register", "stats", "--register", desk.file("caf.db"), "--json")
        return stats.objects.first?["issued"] as? Int ?? -1
    }

    @Test func eachLineGetsItsPagesAndARowOfTheReport() throws {
        let desk = try Desk()
        let program = Command.path(of: "justificatif-issuer")
        let words = Self.words(desk, rows: 2) + ["--lists", desk.file("lists"), "--page"]
        let outcome = try Command.run(program, words + ["pdf,html"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let made = try FileManager.default.contentsOfDirectory(atPath: desk.file("out")).sorted()
        #expect(
            made
                == ["000001", "000002"].flatMap { name in
                    ["html", "pdf", "png", "txt"].map { "\(name).\($0)" }
                })
        #expect(desk.contents(of: "out/000002.pdf")?.starts(with: Array("%PDF-".utf8)) == true)
        let report = String(decoding: desk.contents(of: "report.csv") ?? [], as: UTF8.self)
        let lines = report.split(separator: "\n")
        #expect(lines.first == "line;reference;file;last_day")
        #expect(lines.count == 3 && lines[2].hasPrefix("2;"))
        #expect(lines[2].hasSuffix(";000002.png;2026-12-18"))
        #expect(try Self.mode(of: desk.file("report.csv")) == 0o600)
        #expect(try Self.mode(of: desk.file("report.csv.journal")) == 0o600)
        let again = try Command.run(program, words + ["pdf,html"])
        #expect(again.status == 0 && again.errors.contains("0 issued, 0 refused, 2 before"))
        #expect(try Self.issued(desk) == 2)
        #expect(try Command.run(program, words + ["proof.pdf"]).errors.contains("[page-format]"))
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func aStopSaysWhereAndTheSameCommandGoesOn(signal: Int32) throws {
        let desk = try Desk()
        let words = Self.words(desk, rows: 1_000)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Command.path(of: "justificatif-issuer"))
        process.arguments = words
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        // Once the first group is written, it is far from the last.
        while desk.contents(of: "out/000001.txt") == nil, process.isRunning { usleep(1_000) }
        kill(process.processIdentifier, signal)
        let said = String(
            decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(process.terminationStatus == signal)
        #expect(said.contains("note: stopped before line "), "\(said)")
        let first = try Self.issued(desk)
        #expect(first > 0 && first < 1_000)
        // What is registered is written: nothing is left behind.
        let made = try FileManager.default.contentsOfDirectory(atPath: desk.file("out"))
        #expect(made.count == 2 * first)
        let rest = try Command.run(Command.path(of: "justificatif-issuer"), words)
        #expect(rest.status == 0)
        #expect(rest.errors.contains("\(1_000 - first) issued, 0 refused, \(first) before"))
        #expect(try Self.issued(desk) == 1_000)
    }
}
