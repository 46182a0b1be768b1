internal import Proofs
internal import Wire

/// Which neighbouring slots of a filter a fingerprint asks for (Spec/lists.md W7).
struct RibbonRow {
    static let width = 128

    /// The first slot.
    let start: Int
    /// Of the slots from there on, the first one the highest; zero for slots that there are not.
    let coefficients: UInt128
    let value: UInt32
}

/// What turns fingerprints of a day into rows of one of its filters.
///
///     SHA-256("justificatif/revoked/2" || u32 day || u8 layer || u8 seed || fingerprint)
///         = 16 bytes coefficients || u32 place || u32 value || 8 bytes
struct RibbonHash: Equatable, Sendable {
    /// Which of the two filters of a day.
    enum Layer: UInt8 {
        /// Passed by all revoked, and by some others.
        case approximate = 0
        /// Tells the revoked among these.
        case exact = 1
    }

    private static let tag = Array("justificatif/revoked/2".utf8)

    let layer: Layer
    let seed: UInt8
    let slots: Int
    /// Everything before the fingerprint: 22 bytes, 4, 1 and 1.
    private let prefix: [UInt8]

    /// `slots` is 1 to `Limits.revocationSlots`, or 0 for a filter that nobody asks.
    init(_ layer: Layer, _ day: Day, seed: UInt8, slots: Int) {
        self.layer = layer
        self.seed = seed
        self.slots = slots
        prefix = DayHash.prefix(RibbonHash.tag, day, layer.rawValue, seed)
    }

    /// The row of a fingerprint; takes no memory.
    func row(of fingerprint: Fingerprint, _ hasher: some Hashing) -> RibbonRow {
        let input = InlineArray<44, UInt8> { output in
            for byte in prefix { output.append(byte) }
            for place in (0..<Fingerprint.byteCount).reversed() {
                output.append(UInt8(truncatingIfNeeded: fingerprint.number >> UInt128(place * 8)))
            }
        }
        let digest = hasher.sha256(input.span)
        let width = min(RibbonRow.width, slots)
        let place = UInt64(truncatingIfNeeded: digest.rest >> 96)
        return RibbonRow(
            // 32 bits by 25.
            start: Int((place * UInt64(slots - width + 1)) >> 32),
            coefficients: digest.start & ~(UInt128.max >> UInt128(width)),
            value: UInt32(truncatingIfNeeded: digest.rest >> 64))
    }
}
