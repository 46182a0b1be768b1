import Foundation
import TestSupport
import Testing

/// `root new`, `trust sign`, `trust show` and what a counter makes of the result.
struct TrustCommandTests {
    @Test func severalHoldersSignOneAfterTheOther() throws {
        let desk = try Desk()
        for name in ["a", "b", "c"] {
            _ = try Command.issuer("key", "new", "--role", "root", "--out", desk.file(name))
        }
        let roots = try Command.issuer(
            "root", "new", "--threshold", "2", "--out", desk.file("three.pub"), desk.file("a.pub"),
            desk.file("b.pub"), desk.file("c.pub"))
        #expect(roots.status == 0)
        let draft = try Command.issuer(
            "trust", "sign", "--draft", desk.file("trust.json"), "--key", desk.file("a.key"),
            "--out", desk.file("half.cose"))
        #expect(draft.status == 0)
        let half = try Command.issuer(
            "trust", "show", desk.file("half.cose"), "--roots", desk.file("three.pub"))
        #expect(half.text.contains("1 bonnes, il en faut 2 : INSUFFISANT"))
        _ = try Command.verifier(
            "lists", "init", "--roots", desk.file("three.pub"), "--lists", desk.file("lists3"))
        let early = try Command.verifier(
            "lists", "install", desk.file("half.cose"), "--lists", desk.file("lists3"))
        #expect(early.status == 78)
        let joined = try Command.issuer(
            "trust", "sign", desk.file("half.cose"), "--key", desk.file("c.key"), "--out",
            desk.file("whole.cose"))
        #expect(joined.status == 0)
        let installed = try Command.verifier(
            "lists", "install", desk.file("whole.cose"), "--lists", desk.file("lists3"))
        #expect(installed.status == 0, "\(installed.errors)")
    }

    @Test(arguments: [
        (#""blocks": ["quotient-familiale"]"#, "blocks: must be among"),
        (#""sign_until": "2025-01-01""#, "sign_until: is before sign_from"),
        (#""state": "stolen""#, "state: must be active or compromised"),
        (#""revocation_list": "caf""#, "not in revocation_lists"),
        (#""nam": "x""#, "did you mean \"name\"?"),
    ])
    func draftsSayWhatIsWrong(_ field: String, _ said: String) throws {
        let desk = try Desk()
        var fields = [
            "key": #""key": "caf.pub""#, "name": #""name": "Essai""#,
            "blocks": #""blocks": ["quotient-familial"]"#,
            "sign_from": #""sign_from": "2026-01-01""#,
            "sign_until": #""sign_until": "2027-12-31""#,
        ]
        let name = field.split(separator: "\"").first.map(String.init) ?? ""
        fields[name] = field
        let issuer = fields.values.sorted().joined(separator: ",")
        let draft = """
            {"format": "justificatif-trust-draft/1", "sequence": 8, "issuers": [{\(issuer)}]}
            """
        let outcome = try Command.issuer(
            "trust", "sign", "--draft", desk.write(Array(draft.utf8), as: "bad.json"),
            "--key", desk.file("root.key"), "--out", desk.file("bad.cose"), "--lang", "en")
        #expect(outcome.status == 64, "\(outcome.errors)")
        #expect(outcome.errors.contains(said), "\(outcome.errors)")
    }

    @Test func showsTheNoticeThatHoldersSign() throws {
        let desk = try Desk()
        let draft = """
            {"format": "justificatif-trust-draft/1", "sequence": 8, "issuers": [{
              "key": "caf.pub", "name": "Essai", "blocks": [], "sign_from": "2026-01-01",
              "sign_until": "2027-12-31", "notice": "Ce document n’est opposable à personne."}]}
            """
        let signed = try Command.issuer(
            "trust", "sign", "--draft", desk.write(Array(draft.utf8), as: "notice.json"),
            "--key", desk.file("root.key"), "--out", desk.file("notice.cose"))
        #expect(signed.status == 0, "\(signed.errors)")
        let shown = try Command.issuer("trust", "show", desk.file("notice.cose"))
        #expect(shown.text.contains("mention : Ce document n’est opposable à personne."))
    }

    @Test func holdersSeeWhatTheySignAndWhatItChanges() throws {
        let desk = try Desk()
        let draft = """
            {"format": "justificatif-trust-draft/1", "sequence": 8,
             "issued": "2026-11-20T09:00:00Z", "issuers": [{
              "key": "caf.pub", "name": "Caisse d’essai", "blocks": [], "sign_from": "2026-01-01",
              "sign_until": "2027-12-31", "state": "compromised"}]}
            """
        let sign = [
            "trust", "sign", "--draft", desk.write(Array(draft.utf8), as: "next.json"), "--key",
            desk.file("root.key"), "--out", desk.file("next.cose"), "--yes", "--lang", "en",
            "--against",
        ]
        let program = Command.path(of: "justificatif-issuer")
        let signed = try Command.run(program, sign + [desk.file("lists")])
        #expect(signed.status == 0, "\(signed.errors)")
        for line in ["  state: COMPROMISED", "  list:", "  - sequence: 7", "  + sequence: 8"] {
            #expect(signed.lines.contains(line), "\(line)")
        }
        let shown = try Command.issuer(
            "trust", "show", desk.file("next.cose"), "--lang", "en", "--against",
            desk.file("trust.cose"))
        let digest = try #require(shown.lines.first { $0.hasPrefix("digest: ") })
        #expect(signed.lines.contains(digest))
        #expect(shown.text.contains("+   state: COMPROMISED"))
        let same = try Command.issuer(
            "trust", "show", desk.file("trust.cose"), "--lang", "en", "--against",
            desk.file("lists"))
        #expect(same.text.contains("says the same"))
    }

    @Test func scopeAndStateDecideAtTheCounter() throws {
        let narrow = try Desk(blocks: ["demandeur-emploi"])
        try narrow.issue()
        let outside = try narrow.verify(narrow.file("proof.txt"))
        #expect(outside.verdicts == ["out-of-scope"])
        #expect(outside.objects.first?["claims"] == nil)
        let stolen = try Desk(state: "compromised")
        try stolen.issue()
        let withdrawn = try stolen.verify(stolen.file("proof.txt"))
        #expect(withdrawn.verdicts == ["key-withdrawn"])
        #expect(withdrawn.objects.first?["claims"] == nil)
    }

    @Test func withoutATrustListNothingCanBeConcluded() throws {
        let desk = try Desk()
        try desk.issue()
        _ = try Command.verifier(
            "lists", "init", "--roots", desk.file("roots.pub"), "--lists", desk.file("empty"))
        let outcome = try Command.verifier(
            "verify", "--lists", desk.file("empty"), "--at", Desk.day, "--json",
            desk.file("proof.txt"))
        #expect(outcome.verdicts == ["lists-stale"])
        #expect(outcome.status == 3)
    }
}
