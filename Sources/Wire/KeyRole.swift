/// What a key is for.
///
/// A key has one role and keeps it.
package enum KeyRole: String, CaseIterable, Sendable {
    case issuer
    case revocations
    case root
}
