package import Explaining
package import Sodium
package import Wire

/// Who signs: a key file, a program of the issuing body, or a key in a token (Spec/keys.md 1).
///
/// What comes from outside of this program is checked before anybody sees it.
package struct Signer: Signing, Sendable {
    private enum Source: Sendable {
        case file(SecretKey)
        case program(SignerProgram)
        case device(DeviceKey)
    }

    package let publicKey: PublicKey
    private let source: Source
    private let crypto: SodiumCrypto

    /// A secret key that this program holds.
    package init(_ key: SecretKey, _ crypto: SodiumCrypto) {
        (publicKey, source, self.crypto) = (key.publicKey, .file(key), crypto)
    }

    /// A program that signs with the secret half of `publicKey`.
    package init(_ program: SignerProgram, for publicKey: PublicKey, _ crypto: SodiumCrypto) {
        (self.publicKey, source, self.crypto) = (publicKey, .program(program), crypto)
    }

    /// A key that a token holds.
    package init(_ key: DeviceKey, _ crypto: SodiumCrypto) {
        (publicKey, source, self.crypto) = (key.publicKey, .device(key), crypto)
    }

    /// Whether another program or a token holds the key.
    package var isOutside: Bool {
        switch source {
        case .file: false
        case .program, .device: true
        }
    }

    /// A signature that is good under `publicKey`; throws `SignerFault`.
    package func signature(for message: [UInt8]) throws -> Signature {
        let answer: [UInt8]
        switch source {
        case .file(let key): return try key.signature(for: message)
        case .program(let program): answer = try program.answer(to: message)
        case .device(let key): answer = try key.answer(to: message)
        }
        guard let signature = Signature(answer),
            crypto.isValid(signature, for: message.span, by: publicKey)
        else { throw BadSignatureFault(kid: publicKey.identifier(crypto)) }
        return signature
    }
}

/// What a signer outside of this program gave is no signature of its key; it was thrown away.
package struct BadSignatureFault: Explained, SignerFault, Equatable {
    let kid: KeyIdentifier

    package init(kid: KeyIdentifier) { self.kid = kid }

    package var explanation: Explanation {
        Explanation(
            "signer-bad-signature", .configuration,
            "la signature reçue n’est pas de la clé \(kid) ; elle n’a pas été utilisée ; --public "
                + "et --signer vont-ils ensemble ?",
            "the signature that came is not by the key \(kid); it was not used; do --public and "
                + "--signer go together?")
    }
}
