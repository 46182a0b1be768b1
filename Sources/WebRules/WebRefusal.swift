package import Explaining

/// Why a server of ours gives a request no other answer; each has a status of HTTP.
package enum WebRefusal: Explained, Equatable {
    /// The Host field is missing, comes twice or is not ours.
    case misdirected
    /// A page of another site sent it.
    case foreignOrigin
    /// No token, or not the one of this start.
    case noToken
    /// Of a pairing: another code, one that was used, or one that is too old.
    case wrongCode
    case noSuchPage
    /// The method is none of this path's.
    case wrongMethod
    /// A body of more than so many bytes.
    case tooLarge(limit: Int)
    /// The Content-Type is none of those in this list.
    case wrongType(known: String)
    /// Something in the request cannot be understood; the name of a field or parameter of ours.
    case malformed(String)
    /// Too many requests at once, or too often.
    case tooMany
    /// The server cannot do its work at present.
    case unavailable
    /// A fault of the program.
    case unforeseen

    /// The status code of RFC 9110 15, or RFC 6585.
    package var status: Int {
        switch self {
        case .misdirected: 421
        case .foreignOrigin: 403
        case .noToken: 401
        case .wrongCode: 403
        case .noSuchPage: 404
        case .wrongMethod: 405
        case .tooLarge: 413
        case .wrongType: 415
        case .malformed: 400
        case .tooMany: 429
        case .unavailable: 503
        case .unforeseen: 500
        }
    }

    /// That which a library answered by this status of its own, without words.
    package init(status: Int) {
        self =
            switch status {
            case 404: .noSuchPage
            case 405: .wrongMethod
            case 400..<500: .malformed("request")
            default: .unforeseen
            }
    }

    package var explanation: Explanation {
        switch self {
        case .misdirected:
            Explanation(
                "wrong-host", .data,
                "ce serveur ne répond pas à ce nom ; prenez l’adresse affichée",
                "this server has not that name; use the address it shows")
        case .foreignOrigin:
            Explanation(
                "wrong-origin", .data, "la demande vient de la page d’un autre site",
                "the request comes from a page of another site")
        case .noToken:
            Explanation(
                "no-token", .data, "le jeton manque ou a changé ; prenez l’adresse affichée",
                "the token is missing or has changed; use the address shown")
        case .wrongCode:
            Explanation(
                "wrong-code", .data,
                "ce code est faux, a déjà servi ou n’est plus valable ; demandez-en un autre",
                "this code is wrong, was used or is no longer good; ask for another")
        case .noSuchPage:
            Explanation("no-page", .data, "cette page n’existe pas", "no such page")
        case .wrongMethod:
            Explanation(
                "wrong-method", .data, "cette adresse n’accepte pas cette méthode",
                "this address does not take that method")
        case .tooLarge(let limit):
            Explanation(
                "too-large", .data, "plus de \(limit) octets", "larger than \(limit) bytes")
        case .wrongType(let known):
            Explanation(
                "wrong-type", .data, "Content-Type : donnez l’un de \(known)",
                "Content-Type: give one of \(known)")
        case .malformed(let place):
            Explanation(
                "malformed-request", .data,
                Wording("n’est pas compris", "cannot be understood").about(place))
        case .tooMany:
            Explanation(
                "too-many", .program, "trop de demandes à la fois ; réessayez dans une seconde",
                "too many requests at once; try again in a second")
        case .unavailable:
            Explanation(
                "unavailable", .configuration, "ce service ne peut pas travailler pour l’instant",
                "this service cannot work at present")
        case .unforeseen:
            Explanation(
                "unforeseen", .program, "erreur imprévue du programme ; signalez-la",
                "an unforeseen error of the program; report it")
        }
    }
}
