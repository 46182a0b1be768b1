import Foundation
import Testing

/// `justificatif verify` on what is no plain file, or does not hold still: always an end, within
/// the memory and processor time that the shell gives it.
struct OddFileTests {
    private static let bounds = "ulimit -v 1048576; ulimit -t 30;"

    /// Runs a line in which `verify` stands for the whole command.
    private func run(_ desk: Desk, _ line: String) throws -> Outcome {
        let verify =
            "\(Command.path(of: "justificatif")) verify --json --at \(Desk.day)"
            + " --lists \(desk.file("lists"))"
        return try Command.shell(
            "cd \(desk.path); \(Self.bounds) "
                + line.replacingOccurrences(of: "verify", with: verify))
    }

    @Test(arguments: [
        ("mkfifo odd", "not-a-file"), ("mkdir odd", "not-a-file"),
        ("ln -s /dev/zero odd", "not-a-file"), ("ln -s /dev/null odd", "not-a-file"),
        ("ln -s odd odd", "io"), ("ln -s nothing odd", "not-found"),
        ("python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"odd\")'", "io"),
        ("truncate -s 40M odd", "too-large"), ("truncate -s 1T odd", "too-large"),
    ])
    func thingsThatAreNoSmallFileAreAnError(making: String, code: String) throws {
        let outcome = try run(try Desk(), "\(making); verify odd")
        #expect(outcome.status == 74)
        let error = outcome.objects.first?["error"] as? [String: Any]
        #expect(error?["code"] as? String == code, "\(outcome.text)")
    }

    @Test func theOtherInputsAreJudgedAllTheSame() throws {
        let desk = try Desk()
        try desk.issue()
        let outcome = try run(desk, "mkfifo odd; verify odd proof.png /dev/zero proof.txt")
        #expect(outcome.status == 74)
        #expect(outcome.verdicts == ["valid", "valid"])
        #expect(outcome.objects.count == 4)
    }

    @Test(arguments: [
        "verify - < /dev/zero", "yes | verify -", "yes JF1:A | tr -d '\\n' | verify -",
    ])
    func aStreamWithoutEndIsTooLarge(line: String) throws {
        #expect(try run(try Desk(), line).status == 74)
    }

    @Test func aStreamThatEndsIsJudgedWhateverItComesThrough() throws {
        let desk = try Desk()
        try desk.issue()
        let outcome = try run(desk, "mkfifo odd; cat proof.png > odd & verify - < odd")
        #expect(outcome.verdicts == ["valid"])
    }

    /// Named pipes, `<(...)`, and what standard input is.
    @Test(arguments: [
        "mkfifo odd; cat proof.png > odd & verify odd", "cat proof.txt | verify /dev/stdin",
        "cat proof.png | verify /dev/fd/0", "verify /dev/stdin < proof.png",
        "bash -c 'verify <(cat proof.txt)'", "bash -c 'verify <(sleep 1; cat proof.png)'",
        "mkfifo odd; (sleep 1; cat proof.txt > odd) & verify odd",
    ])
    func aPipeIsAnInput(line: String) throws {
        let desk = try Desk()
        try desk.issue()
        let outcome = try run(desk, line)
        #expect(outcome.verdicts == ["valid"], "\(outcome.errors)")
    }

    @Test func anEmptyPipeIsEmptyAndAnEndlessOneTooLarge() throws {
        let empty = try run(try Desk(), "bash -c 'verify <(true)'")
        #expect(empty.objects.first?["reason"] as? String == "empty")
        #expect(try run(try Desk(), "bash -c 'verify <(yes)'").status == 74)
    }

    /// Names are bytes: this one is in Latin-1.
    @Test func aFileOfAnyNameIsOpened() throws {
        let desk = try Desk()
        try desk.issue()
        let outcome = try run(
            desk, #"name=$(printf 'pi\350ce'); cp proof.png "$name"; verify "$name" "$name.none""#)
        #expect(outcome.verdicts == ["valid"])
        #expect(
            outcome.objects.compactMap { $0["input"] as? String } == ["pi%E8ce", "pi%E8ce.none"])
        let inspected = try Command.shell(
            "cd \(desk.path); name=$(printf 'pi\\350ce'); "
                + "\(Command.path(of: "justificatif")) inspect \"$name\"")
        #expect(inspected.status == 0)
    }

    /// SQLite's own files go beside it, under its real name.
    @Test func aRegisterOfAnyNameIsARegister() throws {
        let desk = try Desk()
        desk.write(Array(Desk.claims.utf8), as: "claims.json")
        let issuer = Command.path(of: "justificatif-issuer")
        let outcome = try Command.shell(
            "cd \(desk.path); mkdir empty; r=$(printf 'd\\351pot.db'); cd empty; "
                + "\(issuer) issue --key ../caf.key --register \"$r\" --claims ../claims.json "
                + "--at \(Desk.day) --text ../p.txt && \(issuer) register stats --json "
                + "--register \"$r\"; ls; \(issuer) register stats --register \"$r.none\"")
        #expect(outcome.objects.first?["issued"] as? Int == 1, "\(outcome.errors)")
        #expect(outcome.errors.contains("registre créé : d%E9pot.db"))
        #expect(outcome.errors.contains("d%E9pot.db.none"))
        let names = outcome.output.split(separator: UInt8(ascii: "\n")).dropFirst()
        #expect(names.map { Array($0) } == [Array("d".utf8) + [0xE9] + Array("pot.db".utf8)])
    }

    /// Read twice, once to see what it is and once by the reader, while 64 MB are added to it.
    @Test(arguments: 0..<5)
    func aPictureThatGrowsIsJudgedOrTooLarge(round: Int) throws {
        let desk = try Desk()
        try desk.issue()
        let outcome = try run(
            desk, "cp proof.png odd; head -c 64M /dev/zero >> odd & verify odd; wait")
        #expect([0, 4, 74].contains(outcome.status))
        #expect(outcome.objects.count == 1)
    }
}
