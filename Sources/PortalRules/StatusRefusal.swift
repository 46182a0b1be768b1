package import Explaining

/// Why a partner's line about a request is not shown (Spec/portal.md 10.4).
package enum StatusRefusal: Explained, Equatable, CaseIterable {
    /// It has not the form of one, or a status that there is not.
    case malformed
    /// No partner of the catalogue with a key for such lines has that procedure.
    case partnerUnknown
    /// The signature is not one of the partner's key.
    case signature
    /// It is of a day that has not begun.
    case ahead
    /// The person has handed over no justificatif of that reference for that procedure.
    case referenceUnknown

    package var explanation: Explanation {
        switch self {
        case .malformed:
            Explanation(
                "status-malformed", .data,
                "ce que la démarche a transmis est abîmé ou n’a pas de sens ici",
                "what was sent is damaged or has no meaning here")
        case .partnerUnknown:
            Explanation(
                "status-partner-unknown", .data,
                "ce service ne suit aucune démarche de ce nom",
                "this service does not follow any procedure of that name")
        case .signature:
            Explanation(
                "status-signature", .data,
                "rien ne prouve que cette réponse vienne de l’administration qu’elle nomme",
                "nothing proves that this answer comes from the body it names")
        case .ahead:
            Explanation(
                "status-ahead", .data, "cette réponse porte une date à venir",
                "this answer is dated in the future")
        case .referenceUnknown:
            Explanation(
                "status-reference-unknown", .data,
                "cette réponse ne concerne aucun justificatif fait par vous pour cette démarche",
                "this answer is not about any justificatif that you made for this procedure")
        }
    }
}
