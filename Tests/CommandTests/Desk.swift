import Foundation
import TestSupport

/// An issuer, its trust list, and a counter with that list, in a folder of their own.
final class Desk {
    private let folder = TemporaryFolder()
    /// The day everything happens on.
    static let day = "2026-11-21"

    init(blocks: [String] = Desk.allBlocks, state: String = "active") throws {
        let list = blocks.map { "\"\($0)\"" }.joined(separator: ",")
        folder.write(
            Array(
                """
                {"format": "justificatif-trust-draft/1", "sequence": 7,
                 "issued": "2026-11-20T08:00:00Z",
                 "issuers": [{"key": "caf.pub", "name": "Caisse d’essai", "blocks": [\(list)],
                 "sign_from": "2026-01-01", "sign_until": "2027-12-31", "state": "\(state)"}]}
                """.utf8), as: "trust.json")
        try must("key", "new", "--role", "issuer", "--out", file("caf"))
        try must("key", "new", "--role", "root", "--out", file("root"))
        try must("root", "new", "--out", file("roots.pub"), file("root.pub"))
        try must(
            "trust", "sign", "--draft", file("trust.json"), "--key", file("root.key"), "--out",
            file("trust.cose"))
        let lists = file("lists")
        for arguments in [
            ["lists", "init", "--roots", file("roots.pub"), "--lists", lists],
            ["lists", "install", file("trust.cose"), "--lists", lists],
        ] {
            let outcome = try Command.run(Command.path(of: "justificatif"), arguments)
            guard outcome.status == 0 else { throw Refused(outcome) }
        }
    }

    /// The names of Spec/blocks.csv.
    static let allBlocks: [String] = (Checkout.text("Spec/blocks.csv") ?? "")
        .split(separator: "\n").dropFirst()
        .compactMap { $0.split(separator: ";").last.map(String.init) }

    /// The claims of the sample of a kind, without the identity.
    static func facts(_ kind: String) throws -> [String: Any] {
        let sample = Checkout.text("Tests/Samples/claims-\(kind).json") ?? ""
        let claims = try JSONSerialization.jsonObject(with: Data(sample.utf8)) as? [String: Any]
        return (claims ?? [:]).filter {
            !["family_name", "first_given_name", "birth_date"].contains($0.key)
        }
    }

    struct Refused: Error {
        let errors: String
        init(_ outcome: Outcome) { errors = outcome.errors }
    }

    var path: String { folder.path }

    func file(_ name: String) -> String { folder.file(name) }

    func contents(of name: String) -> [UInt8]? { folder.contents(of: name) }

    /// Writes a file and returns its path.
    @discardableResult
    func write(_ bytes: [UInt8], as name: String) -> String { folder.write(bytes, as: name) }

    private func must(_ arguments: String...) throws {
        let outcome = try Command.run(Command.path(of: "justificatif-issuer"), arguments)
        guard outcome.status == 0 else { throw Refused(outcome) }
    }

    /// Issues claims and returns the outcome; the text goes to `name`.txt, the picture to `.png`.
    @discardableResult
    func issue(
        _ claims: String = Desk.claims, as name: String = "proof", _ more: String...
    ) throws -> Outcome {
        folder.write(Array(claims.utf8), as: "\(name).json")
        return try Command.run(
            Command.path(of: "justificatif-issuer"),
            [
                "issue", "--key", file("caf.key"), "--unregistered", "--claims",
                file("\(name).json"), "--at", Desk.day, "--out", file("\(name).png"), "--text",
                file("\(name).txt"),
            ] + more)
    }

    /// Verifies inputs on the day of issue.
    func verify(_ inputs: String..., options: [String] = ["--json"]) throws -> Outcome {
        try Command.run(
            Command.path(of: "justificatif"),
            ["verify", "--lists", file("lists"), "--at", Desk.day] + options + inputs)
    }

    /// The text of an issued proof, without its line end.
    func text(_ name: String = "proof") -> String {
        String(decoding: folder.contents(of: "\(name).txt") ?? [], as: UTF8.self)
            .trimmingCharacters(in: .newlines)
    }

    /// A quotient familial of a fictional person.
    static let claims = """
        {"family_name": "LEFÈVRE-DUPRÉ", "first_given_name": "Élodie Marie",
         "birth_date": "1987-03-09", "qf": 742, "qf_month": "2026-10", "qf_source": "CNAF",
         "data_as_of": "2026-11-02"}
        """
}
