import Foundation
import TestSupport
import Testing

/// `key new` and what opens a key.
struct KeyCommandTests {
    @Test func secretKeysAreForTheirOwnerAndNeverOverwritten() throws {
        let desk = try Desk()
        let arguments = ["key", "new", "--role", "issuer", "--out", desk.file("fresh")]
        let program = Command.path(of: "justificatif-issuer")
        #expect(try Command.run(program, arguments).status == 0)
        let mode = try FileManager.default.attributesOfItem(atPath: desk.file("fresh.key"))
        #expect((mode[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        let before = desk.contents(of: "fresh.key")
        #expect(try Command.run(program, arguments).status == 74)
        #expect(desk.contents(of: "fresh.key") == before)
    }

    @Test func aPassphraseComesFromAFileAndAWrongOneOpensNothing() throws {
        let desk = try Desk()
        let right = desk.write(Array("quatre mots au hasard\n".utf8), as: "right")
        let wrong = desk.write(Array("autre\n".utf8), as: "wrong")
        let open = try Command.issuer(
            "key", "new", "--role", "issuer", "--out", desk.file("open"), "--passphrase-file", right
        )
        #expect(open.status == 74)
        #expect(open.errors.contains("chmod 600 \(right)"))
        for file in [right, wrong] { _ = try Command.shell("chmod 600 \(file)") }
        #expect(
            try Command.issuer(
                "key", "new", "--role", "issuer", "--out", desk.file("sealed"),
                "--passphrase-file", right
            ).status == 0)
        let issue = [
            "issue", "--key", desk.file("sealed.key"), "--unregistered", "--claims",
            desk.write(Array(Desk.claims.utf8), as: "claims.json"), "--at", Desk.day,
            "--text", "-",
        ]
        let program = Command.path(of: "justificatif-issuer")
        let opened = try Command.run(program, issue + ["--passphrase-file", right])
        #expect(opened.status == 0, "\(opened.errors)")
        let refused = try Command.run(program, issue + ["--passphrase-file", wrong])
        #expect(refused.status == 78)
        #expect(refused.errors.contains("[wrong-passphrase]"))
        #expect(!refused.errors.contains("autre"))
    }

    @Test func aRootKeyUnderNoPassphraseIsWarnedOf() throws {
        let desk = try Desk()
        let new = { (role: String, options: String...) in
            try Command.run(
                Command.path(of: "justificatif-issuer"),
                [
                    "key", "new", "--role", role, "--out", desk.file("\(role)-\(options.count)"),
                    "--lang", "en",
                ]
                    + options)
        }
        #expect(try new("root").errors.contains("is under NO passphrase"))
        #expect(try new("root", "--no-passphrase").errors.isEmpty)
        #expect(try new("issuer").errors.isEmpty)
        #expect(try new("root", "--passphrase", "--no-passphrase").status == 64)
    }

    /// As `<(...)` of a shell gives them.
    @Test(arguments: [
        "issue --key <(cat caf.key) --unregistered --claims claims.json --at 2026-11-21 --text -",
        "issue --key <(sleep 1; cat caf.key) --unregistered --claims claims.json --at 2026-11-21 "
            + "--text -",
        "trust show trust.cose --roots <(cat roots.pub)", "key show <(cat caf.pub)",
        "root show --roots <(cat roots.pub)", "root new --out again.pub <(cat root.pub)",
        "key new --role issuer --out sealed --passphrase-file <(printf 'mots\n')",
    ])
    func aKeyMayComeThroughAPipe(line: String) throws {
        let desk = try Desk()
        desk.write(Array(Desk.claims.utf8), as: "claims.json")
        let program = Command.path(of: "justificatif-issuer")
        let outcome = try Command.run(
            "/bin/bash", ["-c", "cd \(desk.path); \(program) \(line)"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(!outcome.text.isEmpty)
    }

    @Test func showsAPublicKeyAndNoticesAnAlteredOne() throws {
        let desk = try Desk()
        let secret = try Command.issuer("key", "show", desk.file("caf.key"), "--lang", "en")
        #expect(secret.status == 64)
        #expect(secret.errors.contains("is the secret half of a key for \"issuer\""))
        let shown = try Command.issuer("key", "show", desk.file("caf.pub"))
        #expect(shown.text.contains("rôle : issuer"))
        let text = String(decoding: desk.contents(of: "caf.pub") ?? [], as: UTF8.self)
        let altered = text.replacingOccurrences(of: "\"kid\" : \"", with: "\"kid\" : \"0")
        desk.write(Array(altered.utf8), as: "altered.pub")
        let refused = try Command.issuer("key", "show", desk.file("altered.pub"))
        #expect(refused.status == 64 || refused.status == 78)
    }
}
