package import Explaining
package import Wire

/// Why a revocation list is not one of a source.
package enum RevocationListRefusal: Explained, Equatable {
    case malformed(DecodeError)
    /// Not signed by a key the trust list delegates, or the signature is not good.
    case wrongKey(KeyIdentifier)
    case wrongList(String)
    /// The trust list names none of this id.
    case unknownIdentifier(String)
    case wrongEpoch(UInt64, wanted: UInt64)

    package var explanation: Explanation {
        switch self {
        case .malformed(let error):
            Explanation(
                error.code.rawValue, .configuration,
                "la liste d’annulations est abîmée, ou n’en est pas une (\(error))",
                "the revocation list is damaged or not a revocation list (\(error))")
        case .wrongKey(let kid):
            Explanation(
                "wrong-key", .configuration,
                "la liste d’annulations n’est pas signée par une clé que la liste de confiance "
                    + "délègue (kid \(kid))",
                "the revocation list is not signed by a key the trust list delegates (kid \(kid))")
        case .wrongList(let identifier):
            Explanation(
                "wrong-list", .configuration,
                "la liste d’annulations est celle de « \(identifier) »",
                "the revocation list is that of \"\(identifier)\"")
        case .unknownIdentifier(let identifier):
            Explanation(
                "unknown-list-id", .configuration,
                "la liste de confiance en vigueur ne nomme pas de liste d’annulations "
                    + "« \(identifier) »",
                "the trust list in force names no revocation list \"\(identifier)\"")
        case .wrongEpoch(let epoch, let wanted):
            Explanation(
                "wrong-epoch", .configuration,
                "la liste d’annulations est de l’époque \(epoch) et la liste de confiance demande "
                    + "l’époque \(wanted)",
                "the revocation list is of epoch \(epoch) and the trust list asks for \(wanted)")
        }
    }
}
