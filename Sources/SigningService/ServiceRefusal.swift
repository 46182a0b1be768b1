package import Explaining

/// Why the signing service refuses a request, besides what refuses a justificatif
/// (Spec/signing.md 2.2).
package enum ServiceRefusal: Explained, Equatable {
    case peerNotAllowed
    /// What is wrong with the request, naming the field.
    case badRequest(Wording)
    /// The request was not there in time.
    case requestTooSlow
    case noOfficeSecret
    case unknownProof
    case tooManyToday
    case requestKeyUsed
    case busy

    package var explanation: Explanation {
        switch self {
        case .peerNotAllowed:
            Explanation(
                "peer-not-allowed", .configuration,
                "ce compte n’est pas de ceux que --peer nomme",
                "this account is none of those that --peer names")
        case .badRequest(let words): Explanation("bad-request", .data, words)
        case .requestTooSlow:
            Explanation(
                "bad-request", .data, "la demande n’est pas arrivée en entier à temps",
                "the request was not there as a whole in time")
        case .noOfficeSecret:
            Explanation(
                "no-office-secret", .configuration,
                "sans --office-secret, le service ne peut pas retrouver les justificatifs d’une "
                    + "personne",
                "without --office-secret the service cannot find the justificatifs of a person")
        case .unknownProof:
            Explanation(
                "holder-unknown-proof", .data,
                "cette personne n’a pas de justificatif utilisable de cette référence",
                "this person has no justificatif of that reference that is not past its last day")
        case .tooManyToday:
            Explanation(
                "too-many-today", .data,
                "cette personne a déjà eu 16 justificatifs de cette sorte aujourd’hui",
                "this person was given 16 justificatifs of this kind today already")
        case .requestKeyUsed:
            Explanation(
                "request-key-used", .data,
                "cette clé de demande a servi pour un autre justificatif",
                "this request key was used for another justificatif")
        case .busy:
            Explanation(
                "signing-busy", .program,
                "trop de demandes en 15 minutes ; rien n’est signé jusqu’à ce qu’il y en ait moins",
                "too many requests in 15 minutes; nothing is signed until there are fewer")
        }
    }
}
