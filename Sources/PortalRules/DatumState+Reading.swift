internal import JSONFields

/// Whether an answer holds what a datum states; what it says is for the signing service.
///
/// A member without its scope is masked, that is absent; one that the body has nothing for is null
/// or empty.
extension DatumState {
    /// Nil for what is no answer.
    init?(reading answer: JSONValue, as datum: Datum) {
        guard case .object(let members) = answer, case .object(let data)? = members["data"]
        else { return nil }
        let problem =
            switch datum {
            case .quotientFamilial: DatumState.quotientProblem(data)
            case .complementaryCover: DatumState.coverProblem(data)
            case .student: DatumState.studentProblem(data)
            case .grant: DatumState.grantProblem(data)
            }
        self = problem ?? .obtained(answer)
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
}
