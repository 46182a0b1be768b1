import Foundation
import TestSupport
import Testing

/// Output is never lost in silence: a command whose results cannot be written says so and exits
/// with 74 (Spec/verdicts.md 4).
struct LostOutputTests {
    /// A command, as a shell in the folder of the desk is given it.
    struct Words: CustomTestStringConvertible, Sendable {
        let program: String
        let words: String

        init(_ program: String, _ words: String) {
            self.program = program
            self.words = words
        }

        var testDescription: String { "\(program) \(words)" }
    }

    static let commands: [Words] =
        [
            "--help", "--version", "help verify",
            "verify --lists lists --at 2026-11-21 proof.png",
            "verify --lists lists --at 2026-11-21 --json proof.png none.png",
            "verify --lists lists --at 2026-11-21 --json --several proof.png",
            "verify --lists lists --follow < proof.txt",
            "inspect proof.txt", "inspect --json proof.txt",
            "page --lists lists --at 2026-11-21 proof.txt --out page.html --force",
            "lists init --roots roots.pub --lists new-lists",
            "lists install trust.cose --lists lists", "lists status --lists lists",
            "lists status --json --lists lists", "lists clock --lists lists",
            "scanner-test --out sheet.html", "scanner-test --check < proof.txt",
            "vectors run --layer cbor \(Checkout.root)/Vectors",
            "vectors answer < question.json",
        ].map { Words("justificatif", $0) }
        + [
            "--help", "--version", "key new --role issuer --out new", "key show caf.pub",
            "key public --role issuer --hex $(grep -o '[0-9a-f]\\{64\\}' caf.pub) --out new",
            "key office --out office.secret",
            "issue --dry-run --claims proof.json --at 2026-11-21",
            "issue --key caf.key --unregistered --claims proof.json --at 2026-11-21 --text -",
            "issue --key caf.key --unregistered --claims proof.json --at 2026-11-21 --out -",
            "register new --register new.db", "register stats --register register.db",
            "register stats --register register.db --json",
            "register show --register register.db $(cat reference.txt)",
            "register purge --register register.db",
            "register backup --register register.db new.db",
            "register restore --register new.db backup.db", "register migrate register.db new.db",
            "revoke --register register.db --at 2026-11-21 --yes 4838-AYFV-CRAC-0",
            "root new --out new-roots.pub root.pub", "root show --roots roots.pub",
            "root rotate --roots roots.pub --key root.key --out roots.cose root-2.pub",
            "trust draft rotate --draft trust.json --old caf.pub --new caf-2.pub --from 2027-01-01 "
                + "--out next.json --at 2026-11-21",
            "trust sign --draft trust.json --key root.key --out new.cose",
            "trust show trust.cose",
            "revocations publish --register register.db --key rev.key --id caf --out new-caf.cose "
                + "--at 2026-11-23T08:00:00Z",
            "revocations show caf.cose",
        ].map { Words("justificatif-issuer", $0) }
        + [
            "--help", "status --spool spool", "status --json --spool spool",
            "check --spool spool --lists lists",
        ].map { Words("justificatifd", $0) }
        + [
            Words("justificatif-page", "--format html --lists lists --at 2026-11-21 < proof.txt"),
            Words("justificatif-reader", "--help"), Words("justificatif-reader", "< proof.png"),
            Words("justificatif-guichet", "--help"), Words("justificatif-portail", "--help"),
            Words("justificatif-portail", "secret --out space.secret"),
        ]

    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.issue()
        desk.write(
            Array(#"{"kind": "base32", "payload": "00"}"#.utf8) + [0x0A], as: "question.json")
        for folder in ["in", "work", "done", "verdicts", "quarantine"] {
            try FileManager.default.createDirectory(
                atPath: desk.file("spool/\(folder)"), withIntermediateDirectories: true)
        }
        for words in [
            "key new --role revocations --out rev", "key new --role root --out root-2",
            "key new --role issuer --out caf-2",
            "issue --key caf.key --register register.db --claims proof.json --at 2026-11-21 "
                + "--text registered.txt",
            "revocations publish --register register.db --key rev.key --id caf --out caf.cose "
                + "--at 2026-11-22T08:00:00Z",
            "register backup --register register.db backup.db",
        ] {
            let outcome = try run(Words("justificatif-issuer", words), in: desk)
            guard outcome.status == 0 else { throw Desk.Refused(outcome) }
            if let found = outcome.errors.firstMatch(of: /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-./) {
                desk.write(Array(found.output.utf8), as: "reference.txt")
            }
        }
        return desk
    }

    private func run(
        _ command: Words, in desk: Desk, at place: String = ".", to output: String = ""
    ) throws -> Outcome {
        let path = Command.path(of: command.program)
        return try Command.shell("cd \(desk.file(place)) && \(path) \(command.words) \(output)")
    }

    @Test(arguments: commands)
    func aFullDiskIsTold(command: Words) throws {
        let desk = try desk()
        // In a copy first: most commands make a file that must not be there before.
        #expect(
            try Command.shell("cd \(desk.path) && mkdir copy && cp -a [!c]* c[!o]* copy").status
                == 0)
        // Through a pipe, as the reader cannot write to a file.
        let printed = try run(command, in: desk, at: "copy", to: "| cat")
        #expect(!printed.output.isEmpty, "it prints nothing: \(printed.errors)")
        let lost = try run(command, in: desk, to: "> /dev/full")
        #expect(lost.status == 74)
        // Its standard error is nobody's: the program that starts the reader gives it /dev/null.
        guard command.program != "justificatif-reader" else { return }
        #expect(lost.errors.contains("[io]"))
    }

    private static let issue =
        "issue --key caf.key --register new.db --claims proof.json --at 2026-11-21"

    @Test(arguments: ["--text -", "--out -"])
    func aProofThatNobodyHasIsNamed(option: String) throws {
        let words = Words("justificatif-issuer", "\(LostOutputTests.issue) \(option)")
        let lost = try run(words, in: desk(), to: "> /dev/full")
        #expect(lost.status == 74)
        #expect(lost.errors.contains(/[0-9A-Z]{4}-[0-9A-Z]{4}-.* reste au registre/))
    }

    /// Who reads less than all of an answer wanted no more; of a proof there is no less.
    @Test(arguments: [("key show caf.pub", 0), ("\(issue) --text -", 74)] as [(String, Int32)])
    func aReaderThatWentAwayIsNoFailureButForAProof(words: String, status: Int32) throws {
        let desk = try desk()
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Command.path(of: "justificatif-issuer"))
        process.arguments = words.split(separator: " ").map(String.init)
        process.currentDirectoryURL = URL(fileURLWithPath: desk.path)
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == status)
    }
}
