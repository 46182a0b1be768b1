import Foundation
import TestSupport
import Testing

/// Each program speaks one language at a time: French, or English with `--lang en`.
struct LanguageTests {
    typealias Words = LostOutputTests.Words

    /// Commands that go wrong, of every program.
    static let broken: [Words] =
        [
            "verify --lists nowhere proof.txt", "verify --lists lists none.png",
            "verify --lists lists --at tomorrow proof.txt", "verify --lists lists noise",
            "inspect noise", "inspect --json bad.json",
            "page --lists lists --out page.docx proof.txt",
            "page --lists lists --at 2027-06-01 --out page.pdf proof.txt",
            "lists init --roots bad.json --lists new", "lists install bad.json --lists lists",
            "lists install lists --lists nowhere", "lists status --lists nowhere",
            "lists clock --lists nowhere", "pocket --lists nowhere --out guichet.html",
            "scanner-test --out sheet.docx", "scanner-test --check < noise",
            "vectors run nowhere",
        ].map { Words("justificatif", $0) }
        + [
            "key show bad.json", "key new --role issuer --out caf",
            "issue --claims bad.json --dry-run", "issue --claims proof.json --unregistered",
            "issue --claims proof.json --key caf.key --unregistered --out proof.docx",
            "issue --claims proof.json --key caf.key --unregistered --out new.png "
                + "--valid-until tomorrow",
            "issue --claims proof.json --key root.key --unregistered --text new.txt",
            "issue --batch bad.json --key caf.key --unregistered --out-dir out",
            "register new --register caf.key", "register stats --register none.db",
            "register purge --register caf.key", "revoke --register none.db --yes 1234",
            "root new --out new.pub caf.pub", "root show --roots caf.pub",
            "root rotate --key root.key --out new.cose --roots roots.pub",
            "trust sign --draft bad.json --key root.key --out new.cose",
            "trust sign --key root.key --out new.cose", "trust show caf.pub",
            "revocations publish --register none.db --key rev.key --id caf --out new.cose",
            "revocations show caf.pub",
        ].map { Words("justificatif-issuer", $0) }
        + [
            "run --config bad.json", "run --spool spool --roots nowhere",
            "status --spool nowhere", "check --spool nowhere --lists nowhere",
        ].map { Words("justificatifd", $0) }
        + [
            Words("justificatif-page", "--lists lists < noise"),
            Words("justificatif-page", "--lists nowhere < proof.txt"),
        ]

    @Test(arguments: broken)
    func speaksOneLanguageAtATime(command: Words) throws {
        let desk = try Desk()
        try desk.issue()
        desk.write(Array(#"{"qff": 742}"#.utf8), as: "bad.json")
        desk.write([0x00, 0xFF, 0x13], as: "noise")
        let french = try run(command, in: desk)
        let english = try run(command, in: desk, "--lang en")
        #expect(french.status != 0 && french.status == english.status)
        #expect(codes(french) == codes(english))
        #expect(!codes(french).isEmpty || french.errors.isEmpty, "\(french.errors)")
        #expect(words(french).isDisjoint(with: ofEnglish), "\(french.text)\(french.errors)")
        #expect(words(english).isDisjoint(with: ofFrench), "\(english.text)\(english.errors)")
        for line in french.errors.split(separator: "\n") {
            #expect(line.contains(#/^(erreur|attention|note) : /#), "\(line)")
        }
        for line in english.errors.split(separator: "\n") {
            #expect(line.contains(#/^(error|warning|note): /#), "\(line)")
        }
    }

    private let ofEnglish: Set<String> = [
        "the", "is", "are", "not", "of", "and", "or", "to", "be", "it", "must", "cannot", "could",
        "no", "with", "this", "for", "by", "an", "file", "folder", "error", "line", "missing",
    ]
    private let ofFrench: Set<String> = [
        "le", "la", "les", "est", "sont", "pas", "du", "des", "et", "ou", "ce", "cette", "ne",
        "il", "un", "une", "pour", "dans", "fichier", "dossier", "erreur", "ligne", "absent",
    ]

    private func run(_ command: Words, in desk: Desk, _ option: String = "") throws -> Outcome {
        let program = Command.path(of: command.program)
        let parts = command.words.split(separator: " < ").map(String.init)
        let input = parts.count > 1 ? "< \(parts[1])" : ""
        return try Command.shell("cd \(desk.path) && \(program) \(parts[0]) \(option) \(input)")
    }

    private func codes(_ outcome: Outcome) -> [String] {
        outcome.errors.matches(of: /\[([a-z0-9-]+)\]\n/).map { String($0.1) }
    }

    /// What is said, without codes and commands to run.
    private func words(_ outcome: Outcome) -> Set<String> {
        let said = "\(outcome.text)\n\(outcome.errors)"
            .replacing(/\[[a-z0-9-]+\]/, with: "")
            .replacing(/justificatif lists [^\n]*/, with: "")
        let separators = CharacterSet.letters.union(.init(charactersIn: "-/._")).inverted
        return Set(said.lowercased().components(separatedBy: separators))
    }
}
