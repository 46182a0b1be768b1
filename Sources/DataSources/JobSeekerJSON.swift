internal import Issuing
internal import JSONFields
internal import Proofs

/// France Travail: its FranceConnect API, and API Particulier v3 `/france_travail/statut`.
enum JobSeekerJSON: AnswerReader {
    static let form = AnswerForm(
        beginnings: ["etatCivil", "situationInscription", "identite", "inscription"],
        inside: [
            "nomUsage", "dateNaissance", "dateInscription", "dateCessationInscription",
            "nom_naissance", "nom_usage", "date_naissance", "date_debut", "date_fin",
        ],
        persons: [
            PersonMembers(
                places: ["etatCivil"], names: [["dateNaissance"], ["nom", "nomUsage"], ["prenom"]]),
            PersonMembers(
                places: ["identite"],
                names: [["date_naissance"], ["nom_naissance", "nom_usage"], ["prenom"]]),
        ])

    static func read(_ exchange: RecordedExchange, at place: String) throws(JSONFault) -> Answer {
        var fields = try JSONFields(exchange.data, at: place)
        if fields.has("etatCivil") || fields.has("situationInscription") {
            return try readFranceConnect(&fields)
        }
        return try readParticulier(&fields)
    }

    private static func readFranceConnect(_ fields: inout JSONFields) throws(JSONFault) -> Answer {
        var persons: [HeldPerson] = []
        if var person = try fields.optionalFields("etatCivil") {
            persons.append(
                try self.person(
                    &person, birthName: "nom", usageName: "nomUsage", birthDate: "dateNaissance"))
        }
        var facts = JobSeekerFacts()
        if var registration = try fields.optionalFields("situationInscription") {
            facts.since = try registration.day("dateInscription")
            facts.end = try end(&registration, "dateCessationInscription")
            facts.category = try category(&registration, "categorieInscription")
        }
        return Answer(persons: persons, facts: .jobSeeker(facts))
    }

    private static func readParticulier(_ fields: inout JSONFields) throws(JSONFault) -> Answer {
        var persons: [HeldPerson] = []
        if var person = try fields.optionalFields("identite") {
            persons.append(
                try self.person(
                    &person, birthName: "nom_naissance", usageName: "nom_usage",
                    birthDate: "date_naissance"))
        }
        var facts = JobSeekerFacts()
        if var registration = try fields.optionalFields("inscription") {
            facts.since = try registration.day("date_debut")
            facts.end = try end(&registration, "date_fin")
            if var category = try registration.optionalFields("categorie") {
                facts.category = try self.category(&category, "code")
            }
        }
        return Answer(persons: persons, facts: .jobSeeker(facts))
    }

    private static func person(
        _ fields: inout JSONFields, birthName: String, usageName: String, birthDate: String
    ) throws(JSONFault) -> HeldPerson {
        HeldPerson(
            birthName: try fields.filledText(birthName),
            usageName: try fields.filledText(usageName),
            givenNames: try fields.filledText("prenom"),
            birthDate: try fields.partialDate(birthDate))
    }

    /// Null says that no end is known; a field that is not there says nothing.
    private static func end(
        _ fields: inout JSONFields, _ name: String
    ) throws(JSONFault) -> JobSeekerFacts.End? {
        if let day = try fields.day(name) { return .on(day) }
        return fields.mentions(name) ? .noneKnown : nil
    }

    /// Categories 6 to 8 exist and are not part of the claim.
    private static func category(
        _ fields: inout JSONFields, _ name: String
    ) throws(JSONFault) -> UInt64? {
        let number = try fields.number(name, in: 1...8)
        return number.flatMap { $0 <= 5 ? $0 : nil }
    }
}
