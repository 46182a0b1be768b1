internal import Issuing
internal import JSONFields
internal import Proofs

/// Health insurance: the contracts of CNAM, or the C2S of API Particulier v3.
enum HealthJSON: AnswerReader {
    static let form = AnswerForm(
        beginnings: ["contrats", "caisse", "est_beneficiaire"],
        inside: ["nature_assurance", "periodes_droits", "date_debut", "date_fin"])

    static func read(_ exchange: RecordedExchange, at place: String) throws(JSONFault) -> Answer {
        let facts = try facts(exchange.data, at: place)
        return Answer(
            persons: try exchange.personAskedFor(at: place), facts: .health(facts))
    }

    private static func facts(
        _ data: JSONValue, at place: String
    ) throws(JSONFault) -> HealthFacts {
        var facts = HealthFacts()
        if case .array(let contracts) = data {
            facts.periods = try periods(contracts, at: place)
            return facts
        }
        var fields = try JSONFields(data, at: place)
        if fields.has("contrats") {
            facts.periods = try periods(try fields.list("contrats"), at: "\(place): contrats")
        }
        if var fund = try fields.optionalFields("caisse") {
            facts.fundCode = try fund.filledText("id").flatMap {
                ClaimForm.isFiveDigits($0) ? $0 : nil
            }
        }
        facts.c2s = try ComplementaryCoverJSON.cover(&fields)
        guard facts.periods != nil || facts.c2s != nil else {
            throw JSONFault(
                place, "ne contient ni contrats de la CNAM ni réponse sur la C2S",
                "holds neither contracts of CNAM nor an answer on the C2S")
        }
        return facts
    }

    /// The stretches of rights of the base contracts, `AMO`, and of no complementary one.
    ///
    /// A stretch without both days states nothing and is left out.
    private static func periods(
        _ contracts: [JSONValue], at place: String
    ) throws(JSONFault) -> [Period] {
        var periods: [Period] = []
        for (index, item) in contracts.enumerated() {
            var contract = try JSONFields(item, at: "\(place)[\(index)]")
            guard try contract.filledText("nature_assurance") == "AMO" else { continue }
            for stretch in try contract.list("periodes_droits") {
                var fields = try JSONFields(stretch, at: "\(contract.place): periodes_droits")
                guard let from = try fields.day("date_debut"),
                    let until = try fields.day("date_fin")
                else { continue }
                periods.append(Period(from: from, until: until))
            }
        }
        return periods
    }
}

/// The C2S of API Particulier v3 alone.
enum ComplementaryCoverJSON: AnswerReader {
    static let form = AnswerForm(
        beginnings: ["est_beneficiaire"], inside: ["avec_participation", "date_debut_droit"])

    static func read(_ exchange: RecordedExchange, at place: String) throws(JSONFault) -> Answer {
        var fields = try JSONFields(exchange.data, at: place)
        guard let cover = try cover(&fields) else {
            throw JSONFault(
                place, "ne contient pas de réponse sur la C2S", "holds no answer on the C2S")
        }
        return Answer(
            persons: try exchange.personAskedFor(at: place), facts: .complementaryCover(cover))
    }

    /// Nil if the answer is not about it.
    static func cover(
        _ fields: inout JSONFields
    ) throws(JSONFault) -> HealthFacts.ComplementaryCover? {
        guard fields.has("est_beneficiaire") else { return nil }
        var cover = HealthFacts.ComplementaryCover()
        cover.isBeneficiary = try fields.optionalBool("est_beneficiaire")
        cover.paysContribution = try fields.optionalBool("avec_participation")
        cover.since = try fields.day("date_debut_droit")
        return cover
    }
}
