package import Proofs
package import Wire

/// What a closed day keeps of a fingerprint: the top bits of a hash that is different for every
/// day and every seed (Spec/lists.md 4.3).
///
///     value = first `width` bits of SHA-256("justificatif/revoked/1" || u32 day || u8 seed
///                                           || fingerprint)
package struct DayHash: Equatable {
    private static let tag = Array("justificatif/revoked/1".utf8)

    /// Everything before the fingerprint: 22 bytes, 4 and 1.
    private let prefix: [UInt8]
    private let dropped: UInt64

    /// `width` is 1 to `Limits.revocationWidth`.
    package init(day: Day, seed: UInt8, width: Int) {
        prefix = DayHash.prefix(DayHash.tag, day, seed)
        dropped = UInt64(64 - width)
    }

    /// What is hashed before a fingerprint of a day, in a version of the coding.
    static func prefix(_ tag: [UInt8], _ day: Day, _ numbers: UInt8...) -> [UInt8] {
        let number = UInt32(truncatingIfNeeded: day.number)
        let places = stride(from: UInt32(24), through: 0, by: -8)
        return tag + places.map { UInt8(truncatingIfNeeded: number >> $0) } + numbers
    }

    /// The value of a fingerprint in the coded list of this day; takes no memory.
    package func value(of fingerprint: Fingerprint, _ hasher: some Hashing) -> UInt64 {
        let input = InlineArray<43, UInt8> { output in
            for byte in prefix { output.append(byte) }
            for place in (0..<Fingerprint.byteCount).reversed() {
                output.append(UInt8(truncatingIfNeeded: fingerprint.number >> UInt128(place * 8)))
            }
        }
        return UInt64(hasher.sha256(input.span).start >> 64) >> dropped
    }
}
