/// What a signature is for: the `external_aad` of RFC 9052 section 4.4, so that a signature made
/// for one thing is never one for another.
///
/// It costs no byte on the wire.
package enum SignatureDomain: String, Sendable {
    case token = "justificatif/token/1"
    case root = "justificatif/root/1"
    case trust = "justificatif/trust/1"
    case revocations = "justificatif/revocations/1"

    /// The bytes of `external_aad`.
    package var bytes: [UInt8] { Array(rawValue.utf8) }
}
