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

    @Test func aKeyServesItsRoleOnly() throws {
        let desk = try Desk()
        let outcome = try Command.issuer(
            "issue", "--key", desk.file("root.key"), "--unregistered", "--claims",
            desk.write(Array(Desk.claims.utf8), as: "claims.json"), "--at", Desk.day,
            "--text", "-")
        #expect(outcome.status == 78)
        #expect(outcome.errors.contains("[key-role]"))
    }

    @Test func showsAPublicKeyAndNoticesAnAlteredOne() throws {
        let desk = try Desk()
        let shown = try Command.issuer("key", "show", desk.file("caf.pub"))
        #expect(shown.text.contains("rôle : issuer"))
        let text = String(decoding: desk.contents(of: "caf.pub") ?? [], as: UTF8.self)
        let altered = text.replacingOccurrences(of: "\"kid\" : \"", with: "\"kid\" : \"0")
        desk.write(Array(altered.utf8), as: "altered.pub")
        let refused = try Command.issuer("key", "show", desk.file("altered.pub"))
        #expect(refused.status == 64 || refused.status == 78)
    }
}
