internal import Issuing
internal import JSONFields
internal import Proofs

/// API Particulier v3, `/dss/quotient_familial`: CAF and MSA.
enum QuotientFamilialJSON: AnswerReader {
    static let form = AnswerForm(
        beginnings: ["allocataires", "enfants", "adresse", "quotient_familial"],
        inside: [
            "nom_naissance", "nom_usage", "prenoms", "date_naissance", "fournisseur",
            "annee_calcul", "mois_calcul",
        ],
        persons: [
            PersonMembers(
                places: ["allocataires"],
                names: [["date_naissance"], ["nom_naissance", "nom_usage"], ["prenoms"]])
        ])

    static func read(_ exchange: RecordedExchange, at place: String) throws(JSONFault) -> Answer {
        var fields = try JSONFields(exchange.data, at: place)
        var held = HeldPersons()
        for (index, item) in try fields.list("allocataires").enumerated() {
            held.add { () throws(JSONFault) in
                try person(item, at: "\(place): allocataires[\(index)]")
            }
        }
        var facts = QuotientFamilialFacts()
        if fields.has("enfants") {
            guard let count = UInt64(exactly: try fields.list("enfants").count), count <= 30 else {
                throw fields.fault("enfants", "a plus de 30 entrées", "has more than 30 entries")
            }
            facts.children = count
        }
        if var quotient = try fields.optionalFields("quotient_familial") {
            facts.value = try quotient.number("valeur", of: .qf)
            facts.month = try quotient.month(year: "annee", month: "mois")
            facts.computed = try quotient.month(year: "annee_calcul", month: "mois_calcul")
            facts.source = try source(&quotient)
        }
        return held.answer(.quotientFamilial(facts))
    }

    private static func person(
        _ item: JSONValue, at place: String
    ) throws(JSONFault) -> HeldPerson {
        var fields = try JSONFields(item, at: place)
        return HeldPerson(
            birthName: try fields.filledText("nom_naissance"),
            usageName: try fields.filledText("nom_usage"),
            givenNames: try fields.filledText("prenoms"),
            birthDate: try fields.partialDate("date_naissance"))
    }

    private static func source(_ quotient: inout JSONFields) throws(JSONFault) -> UInt64? {
        guard let text = try quotient.filledText("fournisseur") else { return nil }
        guard case .choice(let choices) = ClaimRegistry.row(of: .qfSource).kind,
            let choice = choices.first(where: { $0.name == text })
        else {
            throw quotient.fault("fournisseur", "doit être CNAF ou MSA", "must be CNAF or MSA")
        }
        return choice.number
    }
}
