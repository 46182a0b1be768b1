import Foundation
import TestSupport
import Testing

/// Root keys replaced by their holders, and counters that follow.
struct RootRotateTests {
    /// Holders a to e with keys, and roots of two of a, b, c.
    struct Holders: ~Copyable {
        let folder = TemporaryFolder()

        init() throws {
            for name in ["a", "b", "c", "d", "e", "caf"] {
                let role = name == "caf" ? "issuer" : "root"
                try must("key", "new", "--role", role, "--out", file(name))
            }
            try must(
                "root", "new", "--threshold", "2", "--out", file("roots.pub"), file("a.pub"),
                file("b.pub"), file("c.pub"))
            for sequence in [1, 2, 3] {
                folder.write(
                    Array(
                        """
                        {"format": "justificatif-trust-draft/1", "sequence": \(sequence),
                         "issuers": [{"key": "caf.pub", "name": "Caisse d’essai",
                         "blocks": ["quotient-familial"], "sign_from": "2026-01-01",
                         "sign_until": "2099-12-31"}]}
                        """.utf8), as: "trust-\(sequence).json")
            }
            _ = try Command.verifier(
                "lists", "init", "--roots", file("roots.pub"), "--lists", file("lists"))
        }

        func file(_ name: String) -> String { folder.file(name) }

        @discardableResult
        func must(_ arguments: String...) throws -> Outcome {
            let outcome = try Command.run(Command.path(of: "justificatif-issuer"), arguments)
            guard outcome.status == 0 else { throw Desk.Refused(outcome) }
            return outcome
        }

        func trust(_ sequence: Int, _ first: String, _ second: String) throws {
            let out = file("trust-\(sequence).cose")
            try must(
                "trust", "sign", "--draft", file("trust-\(sequence).json"), "--key",
                file("\(first).key"), "--out", out)
            try must("trust", "sign", out, "--key", file("\(second).key"), "--out", out, "--force")
        }

        /// New roots, two of the keys named, signed by the holders named.
        func rotate(_ keys: [String], signers: [String], chain: String?) throws {
            let out = file("roots.cose")
            let earlier = chain.map { ["--chain", file($0), "--force"] } ?? []
            let begin =
                [
                    "root", "rotate", "--roots", file("roots.pub"), "--threshold", "2", "--key",
                    file("\(signers[0]).key"), "--out", out,
                ] + earlier + keys.map { file("\($0).pub") }
            let first = try Command.run(Command.path(of: "justificatif-issuer"), begin)
            guard first.status == 0 else { throw Desk.Refused(first) }
            for signer in signers.dropFirst() {
                try must(
                    "root", "rotate", "--roots", file("roots.pub"), "--chain", out,
                    "--add-signature", "--key", file("\(signer).key"), "--out", out, "--force")
            }
        }

        func install(_ names: String...) throws -> Outcome {
            let source = file("source")
            _ = try Command.shell("rm -rf \(source) && mkdir \(source)")
            for name in names { _ = try Command.shell("cp \(file(name)) \(source)/") }
            return try Command.verifier("lists", "install", source, "--lists", file("lists"))
        }
    }

    @Test func countersFollowOverSkippedVersions() throws {
        let holders = try Holders()
        try holders.trust(1, "a", "b")
        #expect(try holders.install("trust-1.cose").status == 0)
        try holders.rotate(["b", "c", "d"], signers: ["b", "c"], chain: nil)
        try holders.rotate(["c", "d", "e"], signers: ["c", "d"], chain: "roots.cose")
        let shown = try holders.must(
            "root", "show", "--roots", holders.file("roots.pub"), "--chain",
            holders.file("roots.cose"), "--save", holders.file("new.pub"))
        #expect(shown.text.contains("suivent jusqu’aux racines 3"))
        #expect(try holders.install("roots.cose").status == 78)
        try holders.trust(2, "d", "e")
        let show = [
            "trust", "show", holders.file("trust-2.cose"), "--roots", holders.file("roots.pub"),
            "--lang", "en",
        ]
        let program = Command.path(of: "justificatif-issuer")
        #expect(try Command.run(program, show).text.contains("0 good, 2 needed: NOT ENOUGH"))
        let chained = try Command.run(program, show + ["--chain", holders.file("roots.cose")])
        #expect(chained.text.contains("2 good, 2 needed: enough"), "\(chained.errors)")
        let both = try holders.install("roots.cose", "trust-2.cose")
        #expect(both.status == 0, "\(both.errors)")
        #expect(both.lines.first == "adoptée : racines 3 (roots.cose)")
        try holders.trust(3, "a", "b")
        #expect(try holders.install("trust-3.cose").status == 78)
        _ = try Command.verifier(
            "lists", "init", "--roots", holders.file("new.pub"), "--lists", holders.file("late"))
        let late = try Command.verifier(
            "lists", "install", holders.file("source"), "--lists", holders.file("late"))
        #expect(late.status == 78, "only trust-3 of the old roots is there")
    }

    @Test func saysWhatIsStillWanting() throws {
        let holders = try Holders()
        let begun = try holders.must(
            "root", "rotate", "--roots", holders.file("roots.pub"), "--threshold", "2", "--key",
            holders.file("a.key"), "--out", holders.file("roots.cose"), holders.file("a.pub"),
            holders.file("d.pub"))
        #expect(begun.text.contains("signé par les racines 1 : 1 sur 2 qu’il faut"))
        #expect(begun.text.contains("signé par les racines 2 : 1 sur 2 qu’il faut"))
        let shown = try Command.issuer(
            "root", "show", "--roots", holders.file("roots.pub"), "--chain",
            holders.file("roots.cose"))
        #expect(shown.status == 78)
        #expect(shown.errors.contains("root-not-signed-enough"))
        let stranger = try Command.issuer(
            "root", "rotate", "--roots", holders.file("roots.pub"), "--chain",
            holders.file("roots.cose"), "--add-signature", "--key", holders.file("e.key"),
            "--out", holders.file("other.cose"))
        #expect(stranger.status == 64)
    }
}
