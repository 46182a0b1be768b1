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
}
