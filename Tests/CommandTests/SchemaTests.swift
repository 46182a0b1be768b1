import Foundation
import TestSupport
import Testing

/// What `--json` prints is what Spec/verdict.schema.json promises.
struct SchemaTests {
    private static let program = """
        import json, sys, jsonschema
        schema = json.load(open(sys.argv[1]))
        validator = jsonschema.validators.validator_for(schema)(schema)
        faults = [error.message for line in open(sys.argv[2])
                  for error in validator.iter_errors(json.loads(line))]
        print(faults)
        sys.exit(1 if faults else 0)
        """

    private static var hasValidator: Bool {
        (try? Command.shell("/usr/bin/python3 -c 'import jsonschema'").status) == 0
    }

    private func faults(_ lines: [String], _ desk: Desk) throws -> Outcome {
        try Command.run(
            "/usr/bin/python3",
            [
                "-c", Self.program, "\(Checkout.root)/Spec/verdict.schema.json",
                desk.write(Array(lines.joined(separator: "\n").utf8), as: "lines.json"),
            ])
    }

    @Test(.enabled(if: Self.hasValidator))
    func everyKindOfLineIsOfTheSchema() throws {
        let (desk, other) = try (Desk(), Desk())
        try desk.issue(Desk.claims, as: "proof", "--recipient", "Mairie")
        try other.issue()
        let proof = desk.file("proof.txt")
        var lines: [String] = []
        for (options, input) in [
            (["--json"], proof), (["--json", "--lang", "en"], proof),
            (["--json", "--recipient", "Autre"], proof), (["--json"], other.file("proof.txt")),
            (["--json"], desk.write(Array("HC1:6BF".utf8), as: "foreign")),
            (["--json"], desk.write(Array("JF1:A".utf8), as: "malformed")),
            (["--json"], desk.write(Array("JF2:A".utf8), as: "later")),
            (["--json"], desk.write([], as: "empty")), (["--json"], "nowhere"),
        ] {
            lines += try desk.verify(input, options: options).lines
        }
        for day in ["2027-03-01", "2026-11-10", "2026-11-19"] {
            lines += try Command.verifier(
                "verify", "--lists", desk.file("lists"), "--at", day, "--json", proof
            ).lines
        }
        #expect(lines.count == 12)
        let outcome = try faults(lines, desk)
        #expect(outcome.status == 0, "\(outcome.text)\(outcome.errors)")
    }

    /// What the daemon writes besides (Spec/spool.md 5 and 10).
    @Test(.enabled(if: Self.hasValidator))
    func linesOfTheJournalAndRedactedOnesAreOfTheSchema() throws {
        let desk = try Desk()
        try desk.issue()
        let line = try #require(try desk.verify(desk.file("proof.txt")).lines.first)
        let arrival = "\"arrival\":\"1793696400000-0001\","
        let redacted = "\"redacted\":true"
        let left = """
            "checked_at":"2026-11-03T09:00:00Z","family":"red","format":"justificatif-verdict/1",\
            "input":"scan.png","verdict":"revoked"
            """
        let good = [
            "{\(arrival)\(line.dropFirst())", "{\(left),\(redacted)}",
            "{\(arrival)\(left),\(redacted),\"simulated\":true}", "{\(redacted)}",
        ]
        let outcome = try faults(good, desk)
        #expect(outcome.status == 0, "\(outcome.text)\(outcome.errors)")
        let bad = [
            "{\(left)}", "{\(redacted),\(line.dropFirst())",
            "{\"arrival\":\"1\",\(line.dropFirst())",
            "{\(left),\(redacted),\"headline\":\"Justificatif annulé\"}",
        ]
        for line in bad { #expect(try faults([line], desk).status == 1, "\(line)") }
    }

    /// Nothing of a cancelled one may be there.
    @Test(.enabled(if: Self.hasValidator))
    func aCancelledOneThatShowsSomethingIsNot() throws {
        let desk = try Desk()
        try desk.issue()
        let line = try #require(try desk.verify(desk.file("proof.txt")).lines.first)
        let altered =
            line.replacingOccurrences(of: "\"verdict\":\"valid\"", with: "\"verdict\":\"revoked\"")
            .replacingOccurrences(of: "\"green\"", with: "\"red\"")
        #expect(altered != line)
        #expect(try faults([altered], desk).status == 1)
    }

    @Test(.enabled(if: Self.hasValidator))
    func aLineWithAnotherFieldIsNot() throws {
        let desk = try Desk()
        try desk.issue()
        let line = try #require(try desk.verify(desk.file("proof.txt")).lines.first)
        let altered = line.replacingOccurrences(of: "\"family\"", with: "\"colour\"")
        #expect(try faults([altered], desk).status == 1)
    }
}
