package import Proofs
internal import Wire

/// Why claims were not signed.
package enum IssuingFault: Error, Equatable, Sendable {
    case sense(SenseFault)
    /// Nothing but identity and context.
    case noFact
    /// The data is of a day after the issue, or older than the format can say.
    case dataAge
    /// Larger than a token may be; `heaviest` are the names of claims that could be left out.
    case tooLarge(bytes: Int, heaviest: [String])
    /// What was signed would not be accepted: a fault of this program, nothing was released.
    case selfCheck(String)

    /// A stable code.
    package var code: String {
        switch self {
        case .sense(let fault): fault.code
        case .noFact: "no-fact"
        case .dataAge: "data-age"
        case .tooLarge: "too-large"
        case .selfCheck: "self-check"
        }
    }

    package var message: String {
        switch self {
        case .sense(let fault): fault.message
        case .noFact: "it would state no fact; add a claim of label 32 or more (Spec/claims.csv)"
        case .dataAge:
            "data_as_of must be the day of issue or one of the \(greatestDataAgeDays) days before"
        case .tooLarge(let bytes, let heaviest):
            "\(bytes) bytes, and a justificatif holds at most \(Limits.tokenBytes); "
                + "leave out or split: \(heaviest.joined(separator: ", "))"
        case .selfCheck(let reason):
            "the signed justificatif failed its own check (\(reason)); nothing was released"
        }
    }
}

extension SenseFault {
    /// The fault as advice to whoever wrote the claims.
    package var message: String {
        switch self {
        case .missing(let missing, let claim):
            "\(claim.registryName) is not understandable without \(missing.registryName); add it"
        case .contradiction(let first, let second):
            "\(first.registryName) and \(second.registryName) state the same fact twice; keep one"
        case .noIdentity:
            "nobody to compare it with: give birth_date, and family_name or first_given_name"
        case .bornAfterIssue: "birth_date is after the day of issue"
        case .endsBeforeIssue: "the last day is before the day of issue"
        case .livesTooLong: "the last day is more than three calendar months after the issue"
        }
    }
}

extension ClaimLabel {
    /// The name in JSON and on the command line.
    package var registryName: String { ClaimRegistry.row(of: self).name }
}
