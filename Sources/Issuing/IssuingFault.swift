package import Explaining
package import Proofs
internal import Wire

/// Why claims were not signed.
package enum IssuingFault: Explained, Equatable {
    case sense(SenseFault)
    /// Nothing but identity and context.
    case noFact
    /// The data is of a day after the issue, or older than the format can say.
    case dataAge
    /// Larger than a token may be; `heaviest` are the names of claims that could be left out.
    case tooLarge(bytes: Int, heaviest: [String])
    /// What was signed would not be accepted: a fault of this program, nothing was released.
    case selfCheck(String)

    package var explanation: Explanation {
        switch self {
        case .sense(let fault): Explanation(fault.code, .data, fault.words)
        case .noFact:
            Explanation(
                "no-fact", .data,
                "il n’attesterait rien ; ajoutez une donnée de label 32 ou plus (Spec/claims.csv)",
                "it would state no fact; add a claim of label 32 or more (Spec/claims.csv)")
        case .dataAge:
            Explanation(
                "data-age", .data,
                "data_as_of doit être le jour d’établissement ou l’un des "
                    + "\(greatestDataAgeDays) jours précédents",
                "data_as_of must be the day of issue or one of the \(greatestDataAgeDays) days "
                    + "before")
        case .tooLarge(let bytes, let heaviest):
            Explanation(
                "too-large", .data,
                "\(bytes) octets, et un justificatif en contient au plus \(Limits.tokenBytes) ; "
                    + "omettez ou répartissez : \(heaviest.joined(separator: ", "))",
                "\(bytes) bytes, and a justificatif holds at most \(Limits.tokenBytes); "
                    + "leave out or split: \(heaviest.joined(separator: ", "))")
        case .selfCheck(let reason):
            Explanation(
                "self-check", .program,
                "le justificatif signé n’a pas passé sa propre vérification (\(reason)) ; rien "
                    + "n’a été délivré",
                "the signed justificatif failed its own check (\(reason)); nothing was released")
        }
    }
}

extension SenseFault {
    /// The fault as advice to the person who wrote the claims.
    fileprivate var words: Wording {
        switch self {
        case .missing(let missing, let claim):
            Wording(
                "\(claim.registryName) ne se comprend pas sans \(missing.registryName) ; "
                    + "ajoutez-le",
                "\(claim.registryName) is not understandable without \(missing.registryName); "
                    + "add it")
        case .contradiction(let first, let second):
            Wording(
                "\(first.registryName) et \(second.registryName) attestent deux fois le même "
                    + "fait ; n’en gardez qu’un",
                "\(first.registryName) and \(second.registryName) state the same fact twice; "
                    + "keep one")
        case .noIdentity:
            Wording(
                "il n’y a personne à qui le comparer : donnez birth_date, et family_name ou "
                    + "first_given_name",
                "nobody to compare it with: give birth_date, and family_name or first_given_name")
        case .bornAfterIssue:
            Wording(
                "birth_date est après le jour d’établissement",
                "birth_date is after the day of issue")
        case .endsBeforeIssue:
            Wording(
                "le dernier jour est avant le jour d’établissement",
                "the last day is before the day of issue")
        case .livesTooLong:
            Wording(
                "le dernier jour est plus de trois mois après l’établissement",
                "the last day is more than three calendar months after the issue")
        }
    }
}

extension ClaimLabel {
    /// The name in JSON and on the command line.
    package var registryName: String { ClaimRegistry.row(of: self).name }
}
