internal import Proofs
package import Wire

/// What holders of root keys read out to each other by telephone before they sign, so that nobody
/// signs another list (Spec/lists.md 3.7): `4HZK-09QX-...`, eight groups of four.
///
/// The first 160 bits of SHA-256 over the payload, in the digits of a reference. So many that the
/// maker of a list cannot make a second one with the same.
package struct ListDigest: Equatable, Sendable, CustomStringConvertible {
    private static let byteCount = 20

    private let bytes: [UInt8]

    package init(of payload: [UInt8], _ hasher: some Hashing) {
        bytes = Array(hasher.sha256(payload).bytes.prefix(ListDigest.byteCount))
    }

    package var description: String {
        // Five bytes are eight digits of five bits, two groups.
        stride(from: 0, to: ListDigest.byteCount, by: 5).map { start in
            let number = bytes[start..<start + 5].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            let digits = (0..<8).map { Reference.symbols[Int(number >> UInt64(35 - 5 * $0) & 31)] }
            return [digits[..<4], digits[4...]].map { group in
                String(String.UnicodeScalarView(group))
            }.joined(separator: "-")
        }.joined(separator: "-")
    }
}
