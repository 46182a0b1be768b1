import Proofs
import Wire

/// Which 128 neighbouring slots of a ribbon a fingerprint asks for, and which bits they must give.
///
///     SHA-256("justificatif/revoked/2" || u32 day || u8 layer || u8 seed || fingerprint)
///         = 16 bytes coefficients || u32 place || u32 value
struct RibbonRow {
    static let width = 128

    let coefficients: UInt128
    let place: UInt32
    let value: UInt32

    /// The first slot, of so many in all.
    func start(slots: Int) -> Int {
        let starts = max(1, slots - RibbonRow.width + 1)
        return Int((UInt64(place) * UInt64(starts)) >> 32)
    }

    /// The first `width` bits of the value.
    func value(width: Int) -> UInt32 { width == 0 ? 0 : value >> UInt32(32 - width) }

    /// The coefficients of slots that there are.
    func coefficients(slots: Int) -> UInt128 {
        slots >= RibbonRow.width
            ? coefficients : coefficients & ~(UInt128.max >> UInt128(slots))
    }
}

/// Makes rows out of the fingerprints of a day.
struct RibbonHash {
    /// Which of the two ribbons of a day.
    enum Layer: UInt8 {
        case approximate = 0
        case exact = 1
    }

    private static let tag = Array("justificatif/revoked/2".utf8)
    private let prefix: [UInt8]

    init(_ day: Day, _ layer: Layer, seed: UInt8) {
        let number = UInt32(truncatingIfNeeded: day.number)
        let places = stride(from: UInt32(24), through: 0, by: -8)
        prefix =
            RibbonHash.tag + places.map { UInt8(truncatingIfNeeded: number >> $0) }
            + [layer.rawValue, seed]
    }

    func row(of fingerprint: Fingerprint, _ hasher: some Hashing) -> RibbonRow {
        let digest = hasher.sha256(prefix + fingerprint.bytes).bytes
        func number<Number: FixedWidthInteger>(_ range: Range<Int>) -> Number {
            range.reduce(0) { $0 << 8 | Number(digest[$1]) }
        }
        return RibbonRow(
            coefficients: number(0..<16), place: number(16..<20), value: number(20..<24))
    }
}
