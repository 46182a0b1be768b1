internal import Issuing
internal import JSONFields
internal import Proofs

/// API Particulier v3: the enrolments of `/mesri/statut_etudiant`, or the grant of
/// `/cnous/etudiant_boursier`.
enum StudentJSON: AnswerReader {
    static let form = AnswerForm(
        beginnings: ["identite", "admissions", "est_boursier"],
        inside: ["prenoms", "date_naissance", "est_inscrit", "date_debut", "date_fin"],
        persons: [
            PersonMembers(
                places: ["identite"], names: [["date_naissance"], ["nom"], ["prenoms"]])
        ])

    static func read(_ exchange: RecordedExchange, at place: String) throws(JSONFault) -> Answer {
        var fields = try JSONFields(exchange.data, at: place)
        var persons = try exchange.personAskedFor(at: place)
        var facts = StudentFacts()
        if fields.has("admissions") {
            facts.enrolments = try enrolments(try fields.list("admissions"), at: place)
        }
        if fields.has("est_boursier") {
            facts.grant = try grant(&fields)
        }
        guard facts.enrolments != nil || facts.grant != nil else {
            throw JSONFault(
                place, "ne contient ni inscriptions ni réponse sur une bourse",
                "holds neither admissions nor an answer on a grant")
        }
        if var person = try fields.optionalFields("identite") {
            persons = [try self.person(&person)]
        }
        return Answer(persons: persons, facts: .student(facts))
    }

    /// Admissions that became enrolments; one without both days states nothing.
    private static func enrolments(
        _ admissions: [JSONValue], at place: String
    ) throws(JSONFault) -> [Period] {
        var periods: [Period] = []
        for (index, item) in admissions.enumerated() {
            var admission = try JSONFields(item, at: "\(place): admissions[\(index)]")
            guard try admission.optionalBool("est_inscrit") == true,
                let from = try admission.day("date_debut"),
                let until = try admission.day("date_fin")
            else { continue }
            periods.append(Period(from: from, until: until))
        }
        return periods
    }

    private static func grant(_ fields: inout JSONFields) throws(JSONFault) -> StudentFacts.Grant {
        var grant = StudentFacts.Grant()
        grant.isHolder = try fields.optionalBool("est_boursier")
        if var paid = try fields.optionalFields("periode_versement_bourse"),
            let from = try paid.day("date_rentree"),
            let months = try paid.number("duree", in: 1...24)
        {
            let end = from.adding(months: Int(months)).adding(days: -1)
            grant.period = Period(from: from, until: end)
        }
        if var step = try fields.optionalFields("echelon_bourse"),
            try step.optionalBool("echelon_bourse_regionale_provisoire") != true,
            case .choice(let choices) = ClaimRegistry.row(of: .grantLevel).kind,
            let text = try step.filledText("echelon")
        {
            grant.level = choices.first { $0.name == text }?.number
        }
        return grant
    }

    private static func person(_ fields: inout JSONFields) throws(JSONFault) -> HeldPerson {
        HeldPerson(
            birthName: try fields.filledText("nom"), usageName: nil,
            givenNames: try fields.givenNames("prenoms"),
            birthDate: try fields.partialDate("date_naissance"))
    }
}
