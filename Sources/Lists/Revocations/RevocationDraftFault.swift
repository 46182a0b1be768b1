package import Explaining
package import Proofs
internal import Wire

/// Why a revocation list cannot be made.
package enum RevocationDraftFault: Explained, Equatable {
    case identifierForm
    case dateOrder
    case dayOrder
    case tooManyDays
    case tooManyRevoked
    case tooLarge
    /// A justificatif is revoked for a day on which the register issued none such.
    case revokedNotIssued(Day)
    /// Nothing keeps the unrevoked justificatifs of the day apart from the revoked: no width and
    /// seed, or no slots and seed of a filter.
    case noSeed(Day)

    package var explanation: Explanation {
        switch self {
        case .identifierForm:
            Explanation(
                "list-id-form", .data,
                "l’identifiant doit avoir 1 à \(Limits.identifierBytes) signes parmi a-z, 0-9, - "
                    + "et .",
                "the id must be 1 to \(Limits.identifierBytes) of a-z, 0-9, - and .")
        case .dateOrder:
            Explanation(
                "date-order", .data,
                "les dates d’émission, d’avertissement et de refus doivent se suivre",
                "the issue, warning and refusal dates must follow each other")
        case .dayOrder:
            Explanation(
                "day-order", .data,
                "les jours clos doivent être passés, chacun une fois, entre le premier et le "
                    + "dernier jour clos",
                "closed days must be over, each once, between the first and the last closed day")
        case .tooManyDays:
            Explanation(
                "too-many-days", .data,
                "une liste couvre au plus \(Limits.coveredDays) jours",
                "a list covers at most \(Limits.coveredDays) days")
        case .tooManyRevoked:
            Explanation(
                "too-many-revoked", .data,
                "une liste contient au plus \(Limits.revokedProofs) annulations",
                "a list holds at most \(Limits.revokedProofs) revocations")
        case .tooLarge:
            Explanation(
                "too-large", .data,
                "une liste a au plus \(Limits.revocationListBytes) octets ; répartissez les "
                    + "émetteurs sur plusieurs listes",
                "a list has at most \(Limits.revocationListBytes) bytes; "
                    + "share the issuers out over several lists")
        case .revokedNotIssued(let day):
            Explanation(
                "revoked-not-issued", .data,
                "un justificatif annulé au \(day) n’est pas parmi ceux établis ce jour-là ; le "
                    + "registre n’est pas complet",
                "a justificatif revoked for \(day) is not among those issued on that day; "
                    + "the register is not whole")
        case .noSeed(let day):
            Explanation(
                "no-seed", .data,
                "les justificatifs du \(day) ne se distinguent pas ; le registre en contient un "
                    + "deux fois",
                "the justificatifs of \(day) cannot be told apart; the register holds one twice")
        }
    }
}
