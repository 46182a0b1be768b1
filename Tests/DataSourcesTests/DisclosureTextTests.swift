import DataSources
import Explaining
import Issuing
import JSONFields
import Proofs
import Testing

/// `--disclose LABEL[=BOUND],...` (Spec/issuing.md, "What is disclosed").
struct DisclosureTextTests {
    private func parse(_ text: String, _ kind: JustificatifKind) throws -> Disclosure {
        try Disclosure(parsing: text, for: kind)
    }

    @Test func readsLabelsAndBounds() throws {
        #expect(
            try parse("qf_at_most=800,children,sex", .quotientFamilial)
                == Disclosure(
                    [(.qfAtMost, .number(800)), (.children, nil), (.sex, nil)],
                    for: .quotientFamilial))
        #expect(
            try parse("registered_on=2026-10-01", .jobSeeker)
                == Disclosure(
                    [(.registeredOn, .day(try #require(Day("2026-10-01"))))], for: .jobSeeker))
    }

    @Test func proposesTheNearestNameThatCanBeAskedFor() {
        #expect(throws: IssuingRefusal.labelUnknown("qf_atmost", nearest: "qf_at_most")) {
            try parse("qf_atmost=800", .quotientFamilial)
        }
        #expect(throws: IssuingRefusal.labelUnknown("zzzzzzzz", nearest: nil)) {
            try parse("qf,zzzzzzzz", .quotientFamilial)
        }
        #expect(throws: IssuingRefusal.self) { try parse("", .quotientFamilial) }
        #expect(throws: IssuingRefusal.self) { try parse("qf,", .quotientFamilial) }
    }

    @Test(arguments: [
        "", "x", "-1", "800.0", "8e2", "+800", " 800", "1234567890123", "２",
    ])
    func refusesABoundThatIsNoAmount(_ bound: String) {
        #expect(throws: IssuingRefusal.boundMalformed(.qfAtMost)) {
            try parse("qf_at_most=\(bound)", .quotientFamilial)
        }
    }

    @Test(arguments: ["", "2026-02-30", "hier", "2026-11", "20261102"])
    func refusesABoundThatIsNoDay(_ bound: String) {
        #expect(throws: IssuingRefusal.boundMalformed(.registeredOn)) {
            try parse("registered_on=\(bound)", .jobSeeker)
        }
    }

    @Test func refusesABoundWhereNoneIsTaken() {
        #expect(throws: IssuingRefusal.boundNotTaken(.qf)) {
            try parse("qf=742", .quotientFamilial)
        }
    }
}

/// Scale files and the combined input.
struct InputFilesTests {
    @Test func readsOurScale() throws {
        let scale = try Scale(json: try Sample.json("scale"), at: "scale.json")
        #expect(scale.identifier == "cantine-exemple-2026")
        #expect(scale.thresholds[.householdPartsAtLeast] == [150, 200, 250, 300])
        #expect(scale.brackets == [0, 400, 600, 800, 1_200])
    }

    @Test(arguments: [
        (
            "{\"scale\": \"a\", \"qf_at_mots\": [1]}",
            "scale.json: unknown field \"qf_at_mots\"; did you mean \"qf_at_most\"?"
        ),
        (
            "{\"scale\": \"a\", \"qf_at_most\": [2, 1]}",
            "scale.json: qf_at_most: must be in ascending order, without repeats"
        ),
        (
            "{\"scale\": \"a\", \"qf_at_most\": [-1]}",
            "scale.json: qf_at_most: must be a list of whole numbers"
        ),
        (
            "{\"scale\": \"A\", \"brackets\": [1]}",
            "scale.json: scale: must be 1 to 32 of a-z 0-9 - . and not begin with a dot"
        ),
        ("{\"brackets\": [1]}", "scale.json: field \"scale\" is missing"),
    ])
    func saysWhatIsWrongWithAScale(_ text: String, _ message: String) throws {
        let value = try Sample.parse(text)
        let error = #expect(throws: JSONFault.self) { try Scale(json: value, at: "scale.json") }
        #expect(error?.explanation.english == message)
    }

    @Test func splitsOneObjectIntoAnswerAndIdentity() throws {
        let value = try Sample.parse("{\"answer\": [], \"identity\": {\"sub\": \"x\"}}")
        let input = try EvidenceInput(json: value, at: "standard input")
        #expect(input.answer == .array([]))
        #expect(input.identity == .object(["sub": .string("x")]))
    }

    @Test(arguments: [
        "{\"answer\": {}}", "{\"identity\": {}}", "{\"answer\": {}, \"identity\": {}, \"x\": 1}",
        "[]",
    ])
    func refusesHalfAnInput(_ text: String) throws {
        let value = try Sample.parse(text)
        #expect(throws: JSONFault.self) { try EvidenceInput(json: value, at: "standard input") }
    }
}
