internal import CSodium
package import Sodium
package import Wire

/// A key of a known seed, for tests only.
///
/// It signs by itself, apart from the product's `SecretKey`.
package struct PracticeKey: Signing, Sendable {
    package let publicKey: PublicKey
    private let expanded: [UInt8]

    /// The key whose seed is `number` thirty-two times.
    package init(_ number: UInt8) {
        self.init(seed: [UInt8](repeating: number, count: 32))
    }

    package init(seed: [UInt8]) {
        precondition(seed.count == 32)
        var publicBytes = [UInt8](repeating: 0, count: 32)
        var expanded = [UInt8](repeating: 0, count: 64)
        unsafe _ = crypto_sign_seed_keypair(&publicBytes, &expanded, seed)
        guard let key = PublicKey(publicBytes, checkedBy: Practice.crypto) else {
            preconditionFailure("every seed gives a key of prime order")
        }
        publicKey = key
        self.expanded = expanded
    }

    package func sign(_ message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: 64)
        unsafe _ = crypto_sign_detached(
            &signature, nil, message, UInt64(message.count), expanded)
        return signature
    }

    package func signature(for message: [UInt8]) throws -> Signature {
        guard let signature = Signature(sign(message)) else {
            preconditionFailure("a signature has 64 bytes")
        }
        return signature
    }

    /// The first eight bytes of SHA-256 of the public key.
    package var kid: [UInt8] {
        var hash = [UInt8](repeating: 0, count: 32)
        unsafe _ = crypto_hash_sha256(&hash, publicKey.bytes, 32)
        return Array(hash.prefix(8))
    }

    package var identifier: KeyIdentifier { publicKey.identifier(Practice.crypto) }
}

/// What every test of signatures starts from.
package enum Practice {
    package typealias Crypto = SodiumCrypto

    package static let crypto: Crypto = {
        do { return try SodiumCrypto() } catch { preconditionFailure("libsodium cannot start") }
    }()

    package static let issuer = PracticeKey(1)
    package static let otherIssuer = PracticeKey(2)
    package static let root = PracticeKey(11)
    package static let secondRoot = PracticeKey(12)
    package static let thirdRoot = PracticeKey(13)
    package static let stranger = PracticeKey(21)
    package static let revoker = PracticeKey(31)
}
