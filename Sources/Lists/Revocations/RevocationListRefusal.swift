package import Wire

/// Why a revocation list is not one of a source.
package enum RevocationListRefusal: Error, Equatable, Sendable {
    case malformed(DecodeError)
    /// Not signed by a key the trust list delegates, or the signature is not good.
    case wrongKey(KeyIdentifier)
    case wrongList(String)
    /// The trust list names none of this id.
    case unknownIdentifier(String)
    case wrongEpoch(UInt64, wanted: UInt64)

    /// A stable code.
    package var code: String {
        switch self {
        case .malformed(let error): error.code.rawValue
        case .wrongKey: "wrong-key"
        case .wrongList: "wrong-list"
        case .unknownIdentifier: "unknown-list-id"
        case .wrongEpoch: "wrong-epoch"
        }
    }

    package var message: String {
        switch self {
        case .malformed(let error):
            "the revocation list is damaged or not a revocation list (\(error))"
        case .wrongKey(let kid):
            "the revocation list is not signed by a key the trust list delegates (kid \(kid))"
        case .wrongList(let identifier):
            "the revocation list is that of \"\(identifier)\""
        case .unknownIdentifier(let identifier):
            "the trust list in force names no revocation list \"\(identifier)\""
        case .wrongEpoch(let epoch, let wanted):
            "the revocation list is of epoch \(epoch) and the trust list asks for \(wanted)"
        }
    }
}
