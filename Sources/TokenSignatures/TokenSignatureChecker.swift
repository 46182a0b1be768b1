internal import COpenSSL
package import OpenIDConnect

/// Signatures of tokens by Debian's libcrypto (Spec/decisions/0015-portal-libraries.md).
package struct TokenSignatureChecker: TokenSignatureChecking {
    package init() {}

    /// Whether the signature is one of the message by the key; false also for a key or a signature
    /// of another length (RFC 7518 3.3, RFC 8017 8.2.2).
    package func isValid(
        _ signature: [UInt8], for message: [UInt8], by key: VerificationKey
    ) -> Bool {
        switch key {
        case .p256(let x, let y):
            guard x.count == 32, y.count == 32, signature.count == 64 else { return false }
            return unsafe jossl_es256_is_valid(x, y, signature, message, message.count) == 1
        case .rsa(let modulus, let exponent):
            // A signature has the length of the modulus (RFC 8017 8.2.2).
            guard signature.count == modulus.count else { return false }
            return unsafe jossl_rs256_is_valid(
                modulus, modulus.count, exponent, exponent.count, signature, signature.count,
                message, message.count) == 1
        }
    }
}
