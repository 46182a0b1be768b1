internal import DataSources
package import Issuing
package import JSONFields
package import Proofs
internal import WebRules

/// What a body advises to persons of whom something is true (Spec/portal.md 11).
package struct AdviceRules: Equatable, Sendable {
    package static let format = "justificatif-conseils/1"
    /// The most rules of a file.
    static let countLimit = 100

    private let rules: [AdviceRule]

    /// Reads a file strictly: throws the first rule and field that is wrong.
    package init(json value: JSONValue, at place: String) throws(JSONFault) {
        var fields = try JSONFields(value, at: place)
        guard try fields.text("format") == AdviceRules.format else {
            throw fields.fault(
                "format", "doit être \(AdviceRules.format)", "must be \(AdviceRules.format)")
        }
        let items = try fields.list("rules")
        guard items.count <= AdviceRules.countLimit else {
            throw fields.fault(
                "rules", "plus de \(AdviceRules.countLimit)", "more than \(AdviceRules.countLimit)")
        }
        var rules: [AdviceRule] = []
        for (index, item) in items.enumerated() {
            rules.append(try AdviceRule(item, at: "\(place): rules[\(index)]"))
        }
        try fields.finish()
        self.rules = rules
    }

    /// A body that advises nothing.
    package static let none = AdviceRules(rules: [])

    private init(rules: [AdviceRule]) { self.rules = rules }

    /// What is advised on an answer, in the order of the file; computed here and kept nowhere.
    ///
    /// To be shown only once the answer was held against the identity.
    package func advice(
        on answer: JSONValue, _ kind: JustificatifKind, answeredOn day: Day
    ) -> [Advice] {
        guard let answer = try? Answer(json: answer, kind: kind, at: "answer") else { return [] }
        return rules.filter { $0.applies(to: answer.facts, on: day) }.map(\.advice)
    }
}

/// A sentence, and where a person reads on.
package struct Advice: Equatable, Sendable {
    package let sentence: CatalogueText
    package let link: String
    /// What the link is called.
    package let title: CatalogueText

    package init(sentence: CatalogueText, link: String, title: CatalogueText) {
        self.sentence = sentence
        self.link = link
        self.title = title
    }
}

/// One rule: advice, if every condition is true of one answer.
struct AdviceRule: Equatable {
    private static let conditionLimit = 8
    private static let sentenceLimit = 400
    private static let titleLimit = 100

    let advice: Advice
    private let conditions: [AdviceCondition]

    init(_ value: JSONValue, at place: String) throws(JSONFault) {
        var fields = try JSONFields(value, at: place)
        let items = try fields.list("when")
        guard (1...AdviceRule.conditionLimit).contains(items.count) else {
            throw fields.fault(
                "when", "1 à \(AdviceRule.conditionLimit) conditions",
                "1 to \(AdviceRule.conditionLimit) conditions")
        }
        var conditions: [AdviceCondition] = []
        for (index, item) in items.enumerated() {
            conditions.append(try AdviceCondition(item, at: "\(place): when[\(index)]"))
        }
        self.conditions = conditions
        let sentence = try fields.words("sentence", limit: AdviceRule.sentenceLimit)
        var link = try fields.fields("link")
        let address = try link.text("address")
        guard let site = WebAddress(address), site.text.hasPrefix("https://") else {
            throw link.fault(
                "address", "doit commencer par https://", "must begin with https://")
        }
        let title = try link.words("title", limit: AdviceRule.titleLimit)
        try link.finish()
        try fields.finish()
        advice = Advice(sentence: sentence, link: site.text, title: title)
    }

    func applies(to facts: Facts, on day: Day) -> Bool {
        conditions.allSatisfy { $0.isTrue(of: facts, on: day) }
    }
}
