package import Explaining
internal import JSONFields

/// Why a login, or a step of it, is refused (Spec/portal.md 3.5).
///
/// No case holds a value of a person, a token, or a text that a provider chose freely.
package enum LoginRefusal: Explained, Equatable {
    // The callback.
    case callbackMalformed
    case stateUnknown
    case issuerWrong
    /// The person went back, which is no error.
    case abandoned
    case providerRefused(ErrorCode)

    // The tokens.
    case tokenMalformed(Wording)
    case tokenAlgorithm
    case keyUnknown
    case tokenSignature
    case audienceWrong
    case tokenTimes
    case nonceWrong
    case assuranceTooLow
    case subjectDiffers

    // What the provider publishes.
    case providerMetadata(Wording)
    case providerKeys(Wording)

    package var explanation: Explanation {
        let (code, cause) = row
        return Explanation(code, cause, words)
    }

    private var row: (String, Cause) {
        switch self {
        case .callbackMalformed: ("callback-malformed", .data)
        case .stateUnknown: ("state-unknown", .data)
        case .issuerWrong: ("issuer-wrong", .data)
        case .abandoned: ("login-abandoned", .data)
        case .providerRefused: ("provider-refused", .program)
        case .tokenMalformed: ("token-malformed", .program)
        case .tokenAlgorithm: ("token-algorithm", .program)
        case .keyUnknown: ("key-unknown", .program)
        case .tokenSignature: ("token-signature", .program)
        case .audienceWrong: ("audience-wrong", .program)
        case .tokenTimes: ("token-times", .program)
        case .nonceWrong: ("nonce-wrong", .program)
        case .assuranceTooLow: ("assurance-too-low", .program)
        case .subjectDiffers: ("subject-differs", .program)
        case .providerMetadata: ("provider-metadata", .configuration)
        case .providerKeys: ("provider-keys", .configuration)
        }
    }

    private var words: Wording {
        switch self {
        case .callbackMalformed:
            Wording(
                "le retour du fournisseur ne se lit pas", "the provider’s return cannot be read")
        case .stateUnknown:
            Wording(
                "ce retour n’appartient à aucune connexion commencée ici",
                "this return does not belong to any login that was begun here")
        case .issuerWrong:
            Wording("un autre fournisseur d’identité répond", "another identity provider answered")
        case .abandoned: Wording("la connexion a été abandonnée", "the login was abandoned")
        case .providerRefused(let code):
            Wording(
                "le fournisseur d’identité refuse : \(code.text)",
                "the identity provider refuses: \(code.text)")
        case .tokenMalformed(let words): words.about(Wording("jeton", "token"))
        case .tokenAlgorithm:
            Wording("le jeton n’est pas signé comme convenu", "the token has another algorithm")
        case .keyUnknown:
            Wording("le jeton est signé d’une clé inconnue", "the token names an unknown key")
        case .tokenSignature:
            Wording("la signature du jeton est fausse", "the signature of the token is wrong")
        case .audienceWrong:
            Wording("le jeton est pour un autre service", "the token is for another service")
        case .tokenTimes:
            Wording("les heures du jeton ne vont pas", "the times of the token are wrong")
        case .nonceWrong:
            Wording("le jeton est d’une autre connexion", "the token is of another login")
        case .assuranceTooLow:
            Wording("le niveau de garantie est trop bas", "the level of assurance is too low")
        case .subjectDiffers:
            Wording(
                "les deux jetons nomment deux personnes", "the two tokens name two persons")
        case .providerMetadata(let words):
            words.about(Wording("document du fournisseur", "document of the provider"))
        case .providerKeys(let words):
            words.about(Wording("clés du fournisseur", "keys of the provider"))
        }
    }
}

extension LoginRefusal {
    /// What cannot be read of a token.
    init(_ fault: JSONFault) { self = .tokenMalformed(fault.explanation.words) }

    /// A text that has not the form of a token.
    static func noToken(_ place: String) -> LoginRefusal {
        .tokenMalformed(Wording("n’est pas un jeton signé", "is no signed token").about(place))
    }
}
