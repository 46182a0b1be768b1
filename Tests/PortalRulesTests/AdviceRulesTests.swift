import Explaining
import Issuing
import JSONFields
import PortalRules
import Proofs
import Testing

@Suite struct AdviceRulesTests {
    private static let day = Day(number: 20_786)
    private static let answer = #"""
        {"data":{"allocataires":[{"nom_naissance":"MOREL","nom_usage":null,"prenoms":"INES",
        "date_naissance":"1991-04-16","sexe":"F"}],
        "quotient_familial":{"fournisseur":"CNAF","valeur":612,"annee":2026,"mois":11,
        "annee_calcul":2026,"mois_calcul":10}}}
        """#

    private static func file(_ conditions: String, _ more: String = "") -> String {
        #"{"format":"justificatif-conseils/1","rules":[{"when":["# + conditions
            + #"],"sentence":"Demandez.","link":{"address":"https://a.example/","title":"Là"}"#
            + more + "}]}"
    }

    private func rules(_ text: String) throws -> AdviceRules {
        try AdviceRules(json: JSONValue(parsing: Array(text.utf8), from: "c.json"), at: "c.json")
    }

    private func isAdvised(_ conditions: String) throws -> Bool {
        let answer = try JSONValue(parsing: Array(Self.answer.utf8), from: "answer")
        let advice = try rules(Self.file(conditions))
            .advice(on: answer, .quotientFamilial, answeredOn: Self.day)
        #expect(advice.allSatisfy { $0.sentence.french == "Demandez." && $0.title.french == "Là" })
        return !advice.isEmpty
    }

    @Test(arguments: [
        (#"{"claim":"qf","is":"at-most","value":612}"#, true),
        (#"{"claim":"qf","is":"at-most","value":611}"#, false),
        (#"{"claim":"qf","is":"at-least","value":612}"#, true),
        (#"{"claim":"qf","is":"at-least","value":613}"#, false),
        (#"{"claim":"qf","is":"equals","value":612}"#, true),
        (#"{"claim":"qf","is":"is-stated"}"#, true),
        (#"{"claim":"children","is":"is-stated"}"#, false),
        (#"{"claim":"children","is":"at-most","value":9}"#, false),
        (#"{"claim":"rfr","is":"is-stated"}"#, false),
        (#"{"claim":"qf_source","is":"equals","value":"CNAF"}"#, true),
        (#"{"claim":"qf_source","is":"equals","value":"MSA"}"#, false),
        (#"{"claim":"qf_month","is":"at-least","value":"2026-11"}"#, true),
        (#"{"claim":"qf_month","is":"at-least","value":"2026-12"}"#, false),
        (
            #"{"claim":"qf","is":"at-most","value":700},"#
                + #"{"claim":"qf","is":"at-least","value":700}"#, false
        ),
    ])
    func comparesWhatTheDatumStates(conditions: String, isTrue: Bool) throws {
        #expect(try isAdvised(conditions) == isTrue)
    }

    /// 0 may mean that the body does not know (Spec/issuing.md 4).
    @Test func advisesNothingOnAQuotientOfZeroOrAnAnswerThatCannotBeRead() throws {
        let rules = try rules(Self.file(#"{"claim":"qf","is":"at-most","value":700}"#))
        for text in [Self.answer.replacing("612", with: "0"), "{}", "[]"] {
            let answer = try JSONValue(parsing: Array(text.utf8), from: "answer")
            #expect(
                rules.advice(on: answer, .quotientFamilial, answeredOn: Self.day).isEmpty)
        }
    }

    @Test(arguments: [
        #"{"claim":"family_name","is":"is-stated"}"#, #"{"claim":"qff","is":"is-stated"}"#,
        #"{"claim":"qf_at_most","is":"is-stated"}"#,
        #"{"claim":"tariff_bracket","is":"equals","value":["a",1]}"#,
        #"{"claim":"qf","is":"less","value":1}"#, #"{"claim":"qf","is":"at-most"}"#,
        #"{"claim":"qf","is":"at-most","value":"612"}"#,
        #"{"claim":"qf","is":"equals","value":-1}"#,
        #"{"claim":"qf","is":"is-stated","value":1}"#,
        #"{"claim":"qf_source","is":"at-most","value":"CNAF"}"#,
        #"{"claim":"qf","is":"at-most","value":1,"or":2}"#, "",
    ])
    func refusesAConditionThatIsNone(conditions: String) {
        #expect(throws: JSONFault.self) { try rules(Self.file(conditions)) }
    }

    @Test func aBodyWithoutAFileAdvisesNothing() {
        #expect(AdviceRules.none.advice(on: .null, .health, answeredOn: Day(number: 0)).isEmpty)
    }

    @Test func refusesAnythingElseOfAFile() throws {
        let condition = #"{"claim":"qf","is":"is-stated"}"#
        let good = Self.file(condition)
        _ = try rules(good)
        for (old, new) in [
            ("https://", "http://"), ("https://a.example/", "javascript:1"), ("Demandez.", ""),
            ("Demandez.", String(repeating: "a", count: 401)), ("Demandez.", "a\\nb"),
            ("Là", String(repeating: "a", count: 101)), ("/1", "/2"), ("\"sentence\"", "\"html\""),
        ] {
            #expect(throws: JSONFault.self, "\(new)") { try rules(good.replacing(old, with: new)) }
        }
        #expect(throws: JSONFault.self) { try rules(Self.file(condition, #","kind":"x""#)) }
        let many = Array(repeating: condition, count: 9).joined(separator: ",")
        #expect(throws: JSONFault.self) { try rules(Self.file(many)) }
    }
}

extension String {
    /// This text with another in the place of a part.
    fileprivate func replacing(_ part: String, with other: String) -> String {
        split(separator: part, omittingEmptySubsequences: false).joined(separator: other)
    }
}
