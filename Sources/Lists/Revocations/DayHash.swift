package import Proofs
package import Wire

/// What a closed day keeps of a fingerprint: the top bits of a hash that is different for every
/// day and every seed (Spec/lists.md 4.3).
///
///     value = first `width` bits of SHA-256("justificatif/revoked/1" || u32 day || u8 seed
///                                           || fingerprint)
package struct DayHash: Equatable {
    private static let tag = Array("justificatif/revoked/1".utf8)

    /// Everything before the fingerprint.
    private let prefix: [UInt8]
    private let dropped: UInt64

    /// `width` is 1 to `Limits.revocationWidth`.
    package init(day: Day, seed: UInt8, width: Int) {
        let number = UInt32(truncatingIfNeeded: day.number)
        let places = stride(from: UInt32(24), through: 0, by: -8)
        prefix = DayHash.tag + places.map { UInt8(truncatingIfNeeded: number >> $0) } + [seed]
        dropped = UInt64(64 - width)
    }

    /// The value of a fingerprint in the coded list of this day.
    package func value(of fingerprint: Fingerprint, _ hasher: some Hashing) -> UInt64 {
        value(of: prefix + fingerprint.bytes, hasher)
    }

    /// Goes through the values of many, with memory for one, until `goesOn` says no; tells
    /// whether it came to the end.
    func allSatisfy(
        _ fingerprints: [UInt128], _ hasher: some Hashing,
        _ goesOn: (UInt128, UInt64) -> Bool
    ) -> Bool {
        var input = prefix + [UInt8](repeating: 0, count: Fingerprint.byteCount)
        for fingerprint in fingerprints {
            let high = UInt64(truncatingIfNeeded: fingerprint >> 64)
            let low = UInt64(truncatingIfNeeded: fingerprint)
            for place in 0..<8 {
                let shift = UInt64(56 - 8 * place)
                input[prefix.count + place] = UInt8(truncatingIfNeeded: high >> shift)
                input[prefix.count + 8 + place] = UInt8(truncatingIfNeeded: low >> shift)
            }
            guard goesOn(fingerprint, value(of: input, hasher)) else { return false }
        }
        return true
    }

    private func value(of input: [UInt8], _ hasher: some Hashing) -> UInt64 {
        UInt64(hasher.sha256(input).start >> 64) >> dropped
    }
}
