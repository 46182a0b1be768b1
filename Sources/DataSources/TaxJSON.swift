internal import Issuing
internal import JSONFields
internal import Proofs

/// Tax household: API Impôt particulier, and the older `situation IR`.
enum TaxJSON: AnswerReader {
    static let form = AnswerForm(
        beginnings: [
            "rfr", "nbPart", "annRevenu", "sitFam", "pac", "dateNaisDec1", "nmNaiDec1",
            "nmUsaDec1", "prnmDec1", "revenuFiscalReference", "declarant1", "nombreParts",
            "anneeRevenus", "situationFamille", "nombrePersonnesCharge",
        ],
        inside: ["nomNaissance", "dateNaissance", "prenoms"],
        persons: [
            PersonMembers(
                places: ["declarant1", "declarant2"],
                names: [["dateNaissance"], ["nomNaissance", "nom"], ["prenoms"]])
        ])

    static func read(_ exchange: RecordedExchange, at place: String) throws(JSONFault) -> Answer {
        var fields = try JSONFields(exchange.data, at: place)
        if fields.has("revenuFiscalReference") || fields.has("declarant1") {
            return try readSituation(&fields)
        }
        return try readParticulier(&fields)
    }

    private static func readParticulier(_ fields: inout JSONFields) throws(JSONFault) -> Answer {
        var facts = TaxFacts()
        facts.rfr = try fields.number("rfr", of: .rfr)
        facts.parts = try fields.hundredths("nbPart", of: .taxParts)
        facts.incomeYear = try fields.number("annRevenu", of: .incomeYear)
        facts.familyStatus = try fields.filledText("sitFam").flatMap(statusByLetter)
        if var dependants = try fields.optionalFields("pac") {
            facts.dependants = try dependants.number("nbPac", of: .dependants)
        }
        var held = HeldPersons()
        for number in 1...2 {
            held.add { () throws(JSONFault) in
                var birth = try fields.optionalFields("dateNaisDec\(number)")
                return HeldPerson(
                    birthName: try fields.filledText("nmNaiDec\(number)"),
                    usageName: try fields.filledText("nmUsaDec\(number)"),
                    givenNames: try fields.filledText("prnmDec\(number)"),
                    birthDate: try birth?.dateParts(year: "annee", month: "mois", day: "jour"))
            }
        }
        return held.answer(.taxIncome(facts))
    }

    private static func readSituation(_ fields: inout JSONFields) throws(JSONFault) -> Answer {
        var facts = TaxFacts()
        facts.rfr = try fields.number("revenuFiscalReference", of: .rfr)
        facts.parts = try fields.hundredths("nombreParts", of: .taxParts)
        facts.incomeYear = try fields.number("anneeRevenus", of: .incomeYear)
        facts.familyStatus = try fields.filledText("situationFamille").flatMap(statusByWord)
        facts.dependants = try fields.number("nombrePersonnesCharge", of: .dependants)
        var held = HeldPersons()
        for number in 1...2 {
            held.add { () throws(JSONFault) in
                guard var declarant = try fields.optionalFields("declarant\(number)") else {
                    return nil
                }
                return HeldPerson(
                    birthName: try declarant.filledText("nomNaissance"),
                    usageName: try declarant.filledText("nom"),
                    givenNames: try declarant.filledText("prenoms"),
                    birthDate: try declarant.frenchDate("dateNaissance"))
            }
        }
        return held.answer(.taxIncome(facts))
    }

    /// The numbers of `family_status` (Spec/claims.csv); nil for a letter nobody documented.
    private static func statusByLetter(_ letter: String) -> UInt64? {
        switch letter {
        case "C": 1
        case "M": 2
        case "O": 3
        case "D": 4
        case "V": 5
        default: nil
        }
    }

    /// « Marié(e)s », « Pacsé(e)s »: the endings vary.
    private static func statusByWord(_ text: String) -> UInt64? {
        let beginnings: [(String, UInt64)] = [
            ("CELIBATAIRE", 1), ("MARIE", 2), ("PACSE", 3), ("DIVORCE", 4), ("VEUF", 5),
            ("VEUVE", 5),
        ]
        let folded = NameFolding.folded(text)
        return beginnings.first { folded.hasPrefix($0.0) }?.1
    }
}
