import Sodium
import TestSupport
import Wire

/// Takes every signature for good, or none, so that the fuzzer gets past it; hashes truly.
struct Believing: SignatureChecking, Hashing {
    let believes: Bool

    func isPrimeOrderPoint(_ bytes: [UInt8]) -> Bool { true }

    func isValid(
        _ signature: Signature, for message: borrowing Span<UInt8>, by key: PublicKey
    ) -> Bool {
        believes
    }

    func sha256(_ bytes: borrowing Span<UInt8>) -> Digest { Practice.crypto.sha256(bytes) }

    static let all = Believing(believes: true)
    static let none = Believing(believes: false)
}
