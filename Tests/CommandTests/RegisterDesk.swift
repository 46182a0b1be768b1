import Foundation
import TestSupport

/// An issuer with a register and a key for its revocation list, in a folder of their own.
final class RegisterDesk {
    private let folder = TemporaryFolder()
    static let claims = Desk.claims.replacingOccurrences(of: "\n", with: " ")

    private let server: String?

    /// `register` is the address of one on a server; nil for a file in the folder.
    init(register: String? = nil) throws {
        server = register
        try must("key", "new", "--role", "issuer", "--out", file("caf"))
        try must("key", "new", "--role", "revocations", "--out", file("rev"))
        folder.write(Array(RegisterDesk.claims.utf8), as: "claims.json")
    }

    /// Another machine of the same issuing body: the same register and keys.
    init(sharing other: RegisterDesk) throws {
        server = other.register
        for name in ["caf.key", "caf.pub", "rev.key", "rev.pub", "claims.json"] {
            _ = folder.write(secret: other.contents(of: name) ?? [], as: name)
        }
    }

    var path: String { folder.path }
    var register: String { server ?? file("register.db") }
    var names: [String] { folder.names }

    func file(_ name: String) -> String { folder.file(name) }
    func contents(of name: String) -> [UInt8]? { folder.contents(of: name) }

    @discardableResult
    func write(_ text: String, as name: String) -> String {
        folder.write(Array(text.utf8), as: name)
    }

    func run(_ arguments: [String], input: [UInt8] = []) throws -> Outcome {
        try Command.run(Command.path(of: "justificatif-issuer"), arguments, input: input)
    }

    func must(_ arguments: String...) throws { try must(arguments) }

    func must(_ arguments: [String]) throws {
        let outcome = try run(arguments)
        guard outcome.status == 0 else { throw Desk.Refused(outcome) }
    }

    // The words of each command, so that a test can also hand them to another program.

    func issueWords(_ name: String = "proof", at day: String = "2026-11-21") -> [String] {
        [
            "issue", "--key", file("caf.key"), "--register", register, "--claims",
            file("claims.json"), "--at", day, "--valid-until", "2027-01-10", "--text",
            file("\(name).txt"),
        ]
    }

    func revokeWords(_ inputs: String..., options: [String] = ["--yes", "--json"]) -> [String] {
        ["revoke", "--register", register, "--at", "2026-11-21"] + options + inputs
    }

    func publishWords(at instant: String, _ options: String..., out: String = "caf.cose")
        -> [String]
    {
        [
            "revocations", "publish", "--register", register, "--key", file("rev.key"), "--id",
            "caf", "--out", file(out), "--at", instant,
        ] + options
    }

    /// Issues and returns the reference.
    @discardableResult
    func issue(_ name: String = "proof", at day: String = "2026-11-21") throws -> String {
        let outcome = try run(issueWords(name, at: day))
        let words = outcome.errors.split(separator: " ").map(String.init)
        guard outcome.status == 0, let place = words.firstIndex(of: "référence") else {
            throw Desk.Refused(outcome)
        }
        return String(words[place + 1].dropLast())
    }

    /// Issues many at once, to `numbered(1)` and so on.
    func issueMany(_ count: Int, at day: String) throws {
        write(String(repeating: RegisterDesk.claims + "\n", count: count), as: "rows.jsonl")
        try must(
            "issue", "--key", file("caf.key"), "--register", register, "--batch",
            file("rows.jsonl"), "--at", day, "--valid-until", "2027-01-10", "--out-dir",
            file("out"))
    }

    /// Makes the lists folder of a counter that has this revocation list, and returns its path.
    func counter(with list: String) throws -> String {
        try must("key", "new", "--role", "root", "--out", file("root"))
        try must("root", "new", "--out", file("roots.pub"), file("root.pub"))
        let draft = """
            {"format": "justificatif-trust-draft/1", "sequence": 1,
             "issued": "2026-11-20T08:00:00Z",
             "revocation_lists": [{"id": "caf", "epoch": 1, "keys": ["rev.pub"]}],
             "issuers": [{"key": "caf.pub", "name": "Caisse d’essai",
             "blocks": ["quotient-familial"], "sign_from": "2026-01-01",
             "sign_until": "2027-12-31", "state": "active", "revocation_list": "caf"}]}
            """
        try must(
            "trust", "sign", "--draft", write(draft, as: "trust.json"), "--key",
            file("root.key"), "--out", file("trust.cose"))
        for words in [
            ["init", "--roots", file("roots.pub")], ["install", file("trust.cose")],
            ["install", file(list)],
        ] {
            let outcome = try Command.run(
                Command.path(of: "justificatif"), ["lists"] + words + ["--lists", file("lists")])
            guard outcome.status == 0 else { throw Desk.Refused(outcome) }
        }
        return file("lists")
    }

    func numbered(_ number: Int) -> String {
        file("out/0000\(number < 10 ? "0" : "")\(number).txt")
    }

    /// The results of a revocation, as code words.
    func revoke(_ inputs: String..., options: String...) throws -> [String] {
        let words = ["revoke", "--register", register, "--at", "2026-11-21", "--json"]
        return try run(words + options + inputs).objects.compactMap { $0["result"] as? String }
    }

    /// Lines of `revocations show`, by their titles.
    func show(_ name: String = "caf.cose") throws -> [String: String] {
        let outcome = try run([
            "revocations", "show", file(name), "--key", file("rev.pub"), "--lang", "en",
        ])
        guard outcome.status == 0 else { throw Desk.Refused(outcome) }
        let pairs = outcome.lines.compactMap { line -> (String, String)? in
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            return parts.count == 2
                ? (parts[0], parts[1].trimmingCharacters(in: .whitespaces)) : nil
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    func stats() throws -> [String: Any] {
        let outcome = try run(["register", "stats", "--register", register, "--json"])
        guard outcome.status == 0, let object = outcome.objects.first else {
            throw Desk.Refused(outcome)
        }
        return object
    }

    func issuedCount() throws -> Int { try stats()["issued"] as? Int ?? -1 }
}
