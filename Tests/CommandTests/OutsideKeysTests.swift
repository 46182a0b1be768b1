import Foundation
import TestSupport
import Testing

/// Keys in tokens and behind programs (Spec/keys.md).
@Suite(.enabled(if: TokenDesk.canRun)) struct OutsideKeysTests {
    /// Roots of two of three, an issuer and a revocation list, each in a token of its own.
    @Test func aWholeLifeNeedsNoSecretKeyOnTheDisk() throws {
        let desk = try TokenDesk()
        for root in ["anne", "bruno", "chloe"] {
            try desk.makeToken(root)
            try desk.makePublic(root, role: "root")
        }
        for (name, role) in [("caf", "issuer"), ("rev", "revocations")] {
            try desk.makeToken(name)
            try desk.makePublic(name, role: role)
        }
        try desk.must(
            ["root", "new", "--threshold", "2", "--out", desk.file("roots.pub")]
                + ["anne", "bruno", "chloe"].map { desk.file("\($0).pub") })
        let (year, today) = OutsideKeysTests.today
        desk.write(
            """
            {"format": "justificatif-trust-draft/1", "sequence": 1,
             "revocation_lists": [{"id": "caf", "epoch": 1, "keys": ["rev.pub"]}],
             "issuers": [{"key": "caf.pub", "name": "Caisse d’essai",
             "blocks": ["quotient-familial"], "sign_from": "\(year)-01-01",
             "sign_until": "\(year + 1)-12-31", "revocation_list": "caf"}]}
            """, as: "trust.json")
        let trust = desk.file("trust.cose")
        try desk.must(
            ["trust", "sign", "--yes", "--draft", desk.file("trust.json"), "--out", trust]
                + desk.signer("chloe"))
        try desk.must(
            ["trust", "sign", "--yes", trust, "--out", trust, "--force"] + desk.signer("anne"))
        try desk.must(["register", "new", "--register", desk.file("caf.db")])
        let publish =
            [
                "revocations", "publish", "--register", desk.file("caf.db"), "--id", "caf",
                "--out", desk.file("caf.cose"),
            ] + desk.signer("rev")
        try desk.must(publish)
        let lists = ["--lists", desk.file("lists")]
        let counter = { (words: [String]) in
            try desk.must(words + lists, program: "justificatif")
        }
        _ = try counter(["lists", "init", "--roots", desk.file("roots.pub")])
        for list in [trust, desk.file("caf.cose")] { _ = try counter(["lists", "install", list]) }
        desk.write(OutsideKeysTests.claims(today), as: "claims.json")
        try desk.must(
            [
                "issue", "--register", desk.file("caf.db"), "--claims", desk.file("claims.json"),
                "--out", desk.file("proof.png"), "--text", desk.file("proof.txt"),
            ] + lists + desk.signer("caf"))
        #expect(
            try counter(["verify", "--json", desk.file("proof.png")]).verdicts == ["valid"])
        try desk.must([
            "revoke", "--yes", "--register", desk.file("caf.db"), desk.file("proof.txt"),
        ])
        try desk.must(publish)
        _ = try counter(["lists", "install", desk.file("caf.cose")])
        let revoked = try desk.run(
            ["verify", "--json", desk.file("proof.png")] + lists, program: "justificatif")
        #expect(revoked.verdicts == ["revoked"])
        #expect(try desk.shell("grep -rl 'justificatif-secret-key' .").output.isEmpty)
        #expect(try desk.shell("find . -name '*.key' -o -name '*.pem'").output.isEmpty)
    }

    /// Roots replaced by holders who have tokens.
    @Test func rootsInTokensAreRotated() throws {
        let desk = try TokenDesk()
        for root in ["anne", "bruno"] {
            try desk.makeToken(root)
            try desk.makePublic(root, role: "root")
        }
        try desk.must(["root", "new", "--out", desk.file("roots.pub"), desk.file("anne.pub")])
        let begin = [
            "root", "rotate", "--roots", desk.file("roots.pub"), "--out", desk.file("roots.cose"),
        ]
        try desk.must(begin + desk.signer("anne") + [desk.file("bruno.pub")])
        let chain = ["--chain", desk.file("roots.cose"), "--add-signature", "--force"]
        let both = try desk.must(begin + chain + desk.signer("bruno"))
        #expect(both.text.contains("signé par les racines 2 : 1 sur 1 qu’il faut"))
    }

    private func issue(_ desk: TokenDesk, _ signer: [String]) throws -> Outcome {
        desk.write(Desk.claims, as: "claims.json")
        return try desk.run(
            [
                "issue", "--unregistered", "--claims", desk.file("claims.json"), "--at", Desk.day,
                "--text", "-",
            ] + signer)
    }

    @Test func saysWhatIsWrongWithTokenKeyAndPIN() throws {
        let desk = try TokenDesk()
        try desk.makeToken("caf")
        try desk.makePublic("caf", role: "issuer")
        try desk.makeKey("other", in: "caf")
        try desk.makeKey("rsa", in: "caf", kind: "rsa:2048")
        try desk.makeKey("nist", in: "caf", kind: "EC:prime256v1")
        try desk.makeKey("twice", in: "caf")
        try desk.makeKey("twice", in: "caf")
        let words = desk.signer("caf")
        let signed = { (uri: String) in
            try issue(desk, ["--signer", uri] + words.dropFirst(2))
        }
        #expect(try signed(desk.uri("caf")).status == 0)
        for (uri, code) in [
            (desk.uri("caf", in: "cpam"), "pkcs11-no-token"),
            (desk.uri("none", in: "caf"), "pkcs11-no-key"),
            (desk.uri("twice", in: "caf"), "pkcs11-several-keys"),
            (desk.uri("rsa", in: "caf"), "pkcs11-key-kind"),
            (desk.uri("nist", in: "caf"), "pkcs11-key-kind"),
            (desk.uri("other", in: "caf"), "signer-other-key"),
            (desk.uri("caf", module: "/nowhere/m.so"), "pkcs11-no-module"),
            (desk.uri("caf", module: "/lib/x86_64-linux-gnu/libm.so.6"), "pkcs11-not-a-module"),
        ] {
            let refused = try signed(uri)
            #expect(refused.status == 78 && refused.output.isEmpty, "\(uri)")
            #expect(refused.errors.contains("[\(code)]"), "\(refused.errors)")
        }
        let wrong = desk.write("141421\n", as: "wrong")
        try desk.must("chmod 600 \(wrong)")
        let refused = try issue(desk, words.dropLast() + [wrong])
        #expect(refused.status == 78)
        #expect(refused.errors.contains("il reste plus d’un essai [pin-wrong]"))
        #expect(!refused.errors.contains("141421"))
        let readable = desk.write("271828\n", as: "readable")
        try desk.must("chmod 644 \(readable)")
        #expect(try issue(desk, words.dropLast() + [readable]).status == 74)
    }

    @Test func neverTakesTheLastTryFromAFile() throws {
        let desk = try TokenDesk()
        try desk.makeToken("caf")
        try desk.makePublic("caf", role: "issuer")
        let module = try desk.failingModule()
        desk.set("TRIES", "last")
        let refused = try issue(desk, desk.signer("caf", module: module))
        #expect(refused.status == 78 && refused.errors.contains("[pin-last-try]"))
        desk.set("TRIES", nil)
        #expect(try issue(desk, desk.signer("caf", module: module)).status == 0)
    }

    @Test func aTokenThatLiesLetsNothingOut() throws {
        let desk = try TokenDesk()
        try desk.makeToken("caf")
        try desk.makePublic("caf", role: "issuer")
        let module = try desk.failingModule()
        desk.set("LYING_AFTER", "0")
        let refused = try issue(desk, desk.signer("caf", module: module))
        #expect(refused.status == 78 && refused.output.isEmpty)
        #expect(refused.errors.contains("[signer-bad-signature]"))
    }

    /// Nothing doubled, nothing lost.
    @Test func aTokenPulledOutInABatchCostsNoLine() throws {
        let desk = try TokenDesk()
        try desk.makeToken("caf")
        try desk.makePublic("caf", role: "issuer")
        let module = try desk.failingModule()
        let row = Desk.claims.replacingOccurrences(of: "\n", with: " ") + "\n"
        desk.write(String(repeating: row, count: 7), as: "rows.jsonl")
        let words =
            [
                "issue", "--register", desk.file("caf.db"), "--batch", desk.file("rows.jsonl"),
                "--at", Desk.day, "--out-dir", desk.file("out"), "--report",
                desk.file("report.csv"),
            ] + desk.signer("caf", module: module)
        desk.set("PULLED_AFTER", "4")
        let broken = try desk.run(words)
        #expect(broken.status == 70, "\(broken.errors)")
        #expect(broken.errors.contains("4 établis, 0 refusés"))
        #expect(broken.errors.contains("[pkcs11-gone]"))
        let before = desk.text(of: "report.csv")
        #expect(before.split(separator: "\n").count == 5)
        desk.set("PULLED_AFTER", nil)
        let whole = try desk.must(words)
        #expect(whole.errors.contains("3 établis, 0 refusés, 4 déjà établis"))
        #expect(desk.text(of: "report.csv").hasPrefix(before))
        let stats = try desk.must([
            "register", "stats", "--json", "--register", desk.file("caf.db"),
        ])
        #expect(stats.objects.first?["issued"] as? Int == 7)
    }

    /// By another implementation of Ed25519.
    @Test(.enabled(if: Tool.isInstalled("openssl")))
    func aProgramSignsWhatItsKeyIsFor() throws {
        let desk = try TokenDesk()
        try desk.must("openssl genpkey -algorithm ed25519 -out \(desk.file("caf.pem"))")
        let digits = try desk.shell(
            "openssl pkey -in caf.pem -pubout -outform DER | tail -c 32 | od -An -tx1 | tr -d ' \\n'"
        )
        try desk.must(
            ["key", "public", "--role", "issuer", "--hex", digits.text, "--out", desk.file("caf")])
        desk.write(
            """
            #!/bin/sh
            cat >"$1/bytes" && exec openssl pkeyutl -sign -rawin -inkey "$1/caf.pem" -in "$1/bytes"
            """, as: "sign")
        try desk.must("chmod 700 sign")
        let signer = [
            "--signer", "program:\(desk.file("sign"))", "--signer-argument", desk.path, "--public",
            desk.file("caf.pub"),
        ]
        let signed = try issue(desk, signer)
        #expect(signed.status == 0, "\(signed.errors)")
        #expect(signed.text.hasPrefix("JF1:"))
        // What it has is an issuer's key, and it signs nothing else.
        try desk.must(["register", "new", "--register", desk.file("caf.db")])
        let list = try desk.run(
            [
                "revocations", "publish", "--register", desk.file("caf.db"), "--id", "caf",
                "--out", desk.file("caf.cose"),
            ] + signer)
        #expect(list.status == 78 && list.errors.contains("[key-role]"), "\(list.errors)")
    }

    private static var today: (year: Int, day: String) {
        let now = ISO8601DateFormatter().string(from: Date())
        return (Int(now.prefix(4)) ?? 2026, String(now.prefix(10)))
    }

    private static func claims(_ today: String) -> String {
        """
        {"family_name": "TERRASSIER", "first_given_name": "Camille", "birth_date": "1988-05-14",
         "qf": 742, "qf_month": "\(today.prefix(7))", "qf_source": "CNAF", "data_as_of": "\(today)"}
        """
    }
}
