internal import JSONFields

/// Whether an answer holds what a datum states; what it says is for the signing service.
///
/// A member without its scope is masked, that is absent; one that the body has nothing for is null
/// or empty.
extension DatumState {
    /// Nil for what is no answer.
    init?(reading answer: JSONValue, as datum: Datum) {
        let problem: DatumState?
        switch (datum, DatumState.content(answer, datum)) {
        case (.quotientFamilial, .object(let data)?): problem = DatumState.quotientProblem(data)
        case (.complementaryCover, .object(let data)?): problem = DatumState.coverProblem(data)
        case (.student, .object(let data)?): problem = DatumState.studentProblem(data)
        case (.grant, .object(let data)?): problem = DatumState.grantProblem(data)
        case (.taxIncome, .object(let data)?): problem = DatumState.taxProblem(data)
        case (.jobSeeker, .object(let data)?): problem = DatumState.jobSeekerProblem(data)
        case (.health, .array(let contracts)?): problem = DatumState.healthProblem(contracts)
        case (.quotientFamilial, _), (.complementaryCover, _), (.student, _), (.grant, _),
            (.taxIncome, _), (.jobSeeker, _), (.health, _):
            return nil
        }
        self = problem ?? .obtained(answer)
    }

    /// API Particulier puts its answer under `data`, the others do not; a job seeker is asked about
    /// at either.
    private static func content(_ answer: JSONValue, _ datum: Datum) -> JSONValue? {
        let data: JSONValue? =
            if case .object(let members) = answer { members["data"] } else { nil }
        return switch datum.source {
        case .particulier: data
        case .employment: data ?? answer
        case .tax, .health: answer
        }
    }

    /// Without persons nobody can be compared.
    private static func quotientProblem(_ data: JSONObject) -> DatumState? {
        guard case .array(let persons)? = data["allocataires"], !persons.isEmpty,
            let quotient = data["quotient_familial"]
        else { return .notTransmitted }
        guard case .object(let fields) = quotient, let value = fields["valeur"], value != .null
        else { return .absent }
        return nil
    }

    private static func coverProblem(_ data: JSONObject) -> DatumState? {
        guard let beneficiary = data["est_beneficiaire"] else { return .notTransmitted }
        return beneficiary == .null ? .absent : nil
    }

    /// Who is only admitted is not enrolled.
    private static func studentProblem(_ data: JSONObject) -> DatumState? {
        guard case .array(let admissions)? = data["admissions"] else { return .notTransmitted }
        guard !admissions.isEmpty else { return .absent }
        let tells = admissions.contains { admission in
            if case .object(let fields) = admission { fields["est_inscrit"] != nil } else { false }
        }
        return tells ? nil : .notTransmitted
    }

    private static func grantProblem(_ data: JSONObject) -> DatumState? {
        guard let holder = data["est_boursier"] else { return .notTransmitted }
        guard holder == .bool(true) else { return holder == .null ? .absent : nil }
        return data["periode_versement_bourse"] == nil ? .notTransmitted : nil
    }

    /// Without a declarant nobody can be compared.
    private static func taxProblem(_ members: JSONObject) -> DatumState? {
        guard members["erreur"] == nil else { return .unanswered }
        guard let income = members["rfr"], members["nmNaiDec1"] != nil else {
            return .notTransmitted
        }
        return income == .null ? .absent : nil
    }

    private static func jobSeekerProblem(_ members: JSONObject) -> DatumState? {
        guard members["etatCivil"] ?? members["identite"] != nil,
            let registration = members["situationInscription"] ?? members["inscription"]
        else { return .notTransmitted }
        guard case .object(let fields) = registration,
            let since = fields["dateInscription"] ?? fields["date_debut"], since != .null
        else { return .absent }
        return nil
    }

    private static func healthProblem(_ contracts: [JSONValue]) -> DatumState? {
        let hasBase = contracts.contains { contract in
            guard case .object(let fields) = contract else { return false }
            return fields["nature_assurance"] == .string("AMO")
        }
        return hasBase ? nil : .absent
    }
}
