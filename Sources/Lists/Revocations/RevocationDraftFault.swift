package import Proofs
internal import Wire

/// Why a revocation list cannot be made.
package enum RevocationDraftFault: Error, Equatable, Sendable {
    case identifierForm
    case dateOrder
    case dayOrder
    case tooManyDays
    case tooManyRevoked
    case tooLarge
    /// A justificatif is revoked for a day on which the register issued none such.
    case revokedNotIssued(Day)
    /// No width and seed keeps the unrevoked justificatifs of the day apart from the revoked.
    case noSeed(Day)

    /// A stable code.
    package var code: String {
        switch self {
        case .identifierForm: "list-id-form"
        case .dateOrder: "date-order"
        case .dayOrder: "day-order"
        case .tooManyDays: "too-many-days"
        case .tooManyRevoked: "too-many-revoked"
        case .tooLarge: "too-large"
        case .revokedNotIssued: "revoked-not-issued"
        case .noSeed: "no-seed"
        }
    }

    package var message: String {
        switch self {
        case .identifierForm:
            "the id must be 1 to \(Limits.identifierBytes) of a-z, 0-9, - and ."
        case .dateOrder: "the issue, warning and refusal dates must follow each other"
        case .dayOrder:
            "closed days must be over, each once, between the first and the last closed day"
        case .tooManyDays: "a list covers at most \(Limits.coveredDays) days"
        case .tooManyRevoked: "a list holds at most \(Limits.revokedProofs) revocations"
        case .tooLarge:
            "a list has at most \(Limits.revocationListBytes) bytes; "
                + "share the issuers out over several lists"
        case .revokedNotIssued(let day):
            "a justificatif revoked for \(day) is not among those issued on that day; "
                + "the register is not whole"
        case .noSeed(let day):
            "the justificatifs of \(day) cannot be told apart; the register holds one twice"
        }
    }
}
