package import Explaining
package import Wire

/// Why a key in a PKCS#11 token does not sign; nothing was signed (Spec/keys.md 5).
package enum DeviceFault: Explained, SignerFault, Equatable {
    case noToken(String)
    case severalTokens(String)
    case noKey(String)
    case severalKeys(String)
    case noPublicKey(String)
    /// The key is not for Ed25519, or the token does not sign so.
    case otherKind
    /// The token has another key under this name than the one that was given.
    case otherKey(KeyIdentifier, wanted: KeyIdentifier)
    /// The token was pulled out, or has ended the session.
    case gone
    /// Another answer of the module, by its number.
    case failed(call: String, answer: UInt)

    package var explanation: Explanation {
        switch self {
        case .noToken(let name):
            Explanation(
                "pkcs11-no-token", .configuration,
                "\(name) : aucun jeton n’a ce nom ; est-il branché ?",
                "\(name): no token has this name; is it plugged in?")
        case .severalTokens(let name):
            Explanation(
                "pkcs11-several-tokens", .configuration,
                "\(name) : plusieurs jetons ont ce nom ; ajoutez serial=",
                "\(name): several tokens have this name; add serial=")
        case .noKey(let name):
            Explanation(
                "pkcs11-no-key", .configuration,
                "\(name) : ce jeton n’a pas de clé secrète de ce nom",
                "\(name): this token has no secret key of this name")
        case .severalKeys(let name):
            Explanation(
                "pkcs11-several-keys", .configuration,
                "\(name) : ce jeton a plusieurs clés de ce nom ; ajoutez id=",
                "\(name): this token has several keys of this name; add id=")
        case .noPublicKey(let name):
            Explanation(
                "pkcs11-no-public-key", .configuration,
                "\(name) : ce jeton ne montre pas la moitié publique de cette clé",
                "\(name): this token does not show the public half of this key")
        case .otherKind:
            Explanation(
                "pkcs11-key-kind", .configuration,
                "cette clé ne signe pas en Ed25519 (CKM_EDDSA)",
                "this key does not sign by Ed25519 (CKM_EDDSA)")
        case .otherKey(let found, let wanted):
            Explanation(
                "signer-other-key", .configuration,
                "le jeton a sous ce nom la clé \(found), et non \(wanted)",
                "the token has the key \(found) under this name, not \(wanted)")
        case .gone:
            Explanation(
                "pkcs11-gone", .program,
                "le jeton a été retiré, ou a fermé la session ; remettez-le et relancez la "
                    + "commande",
                "the token was pulled out, or ended the session; put it back and run the command "
                    + "again")
        case .failed(let call, let answer):
            Explanation(
                "pkcs11-failed", .program,
                "le module PKCS#11 a répondu 0x\(String(answer, radix: 16)) à \(call)",
                "the PKCS#11 module answered 0x\(String(answer, radix: 16)) to \(call)")
        }
    }
}
