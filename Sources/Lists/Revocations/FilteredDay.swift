internal import Proofs
internal import Wire

/// A closed day in two filters, asked where they lie (Spec/lists.md 4.8).
struct FilteredDay: Equatable, Sendable {
    static let seeds: ClosedRange<UInt64> = 0...15

    let approximate: Ribbon
    let exact: Ribbon
    /// How many bytes the columns of both take.
    let byteCount: Int

    /// `bytes` hold the columns of one after those of the other, and nothing more.
    init(_ approximate: RibbonHash, columns: Int, _ exact: RibbonHash, _ bytes: [UInt8]) {
        let bits = ColumnBits(bytes)
        self.approximate = Ribbon(approximate, columns: columns, bits, from: 0)
        self.exact = Ribbon(exact, columns: 1, bits, from: columns * approximate.slots)
        byteCount = bytes.count
    }

    /// Whether this justificatif of that day is revoked: exact for all that were issued.
    func holds(_ fingerprint: Fingerprint, _ hasher: some Hashing) -> Bool {
        approximate.isPassed(by: fingerprint, hasher) && exact.isPassed(by: fingerprint, hasher)
    }

    /// Reads `columns, slots, seed, exact slots, exact seed, bits`, what follows the count of an
    /// entry (L7, W9, W10).
    init(
        _ input: borrowing Span<UInt8>, _ offset: inout Int, _ day: Day, count: Int
    ) throws(DecodeError) {
        let columns = try RevokedDay.readNumber(
            input, &offset, 0...UInt64(Limits.revocationColumns))
        let approximate = try FilteredDay.readHash(
            .approximate, input, &offset, day, count: count, isThere: columns > 0)
        let exact = try FilteredDay.readHash(
            .exact, input, &offset, day, count: count, isThere: true)
        let end = columns * approximate.slots + exact.slots
        let bytes = try CBOR.readBytes(input, &offset, count: (end + 7) / 8)
        guard bytes[bytes.count - 1] & (1 << UInt8(bytes.count * 8 - end) - 1) == 0 else {
            throw DecodeError(.bitPadding, at: offset - 1)
        }
        self.init(approximate, columns: columns, exact, bytes)
    }

    /// Slots and seed; a filter that is not there has neither.
    private static func readHash(
        _ layer: RibbonHash.Layer, _ input: borrowing Span<UInt8>, _ offset: inout Int, _ day: Day,
        count: Int, isThere: Bool
    ) throws(DecodeError) -> RibbonHash {
        let range = isThere ? UInt64(count)...UInt64(Limits.revocationSlots) : 0...0
        let slots = try RevokedDay.readNumber(input, &offset, range)
        let seed = try RevokedDay.readNumber(input, &offset, isThere ? seeds : 0...0)
        return RibbonHash(layer, day, seed: UInt8(seed), slots: slots)
    }
}
