internal import Proofs
internal import Wire

/// A closed day as it will be published in two filters (Spec/lists.md W11).
struct CodedFilters: DayEntry {
    let day: Day
    let count: Int
    let columns: Int
    let approximate: RibbonHash
    let exact: RibbonHash
    /// The columns of both.
    let bits: [UInt8]

    /// Nil when nothing is revoked.
    init?(_ draft: RevocationListDraft.ClosedDay, _ hasher: some Hashing) throws {
        guard let all = try IssuedDay(draft) else { return nil }
        day = all.day
        count = all.revoked.count
        columns = CodedFilters.bestColumns(issued: all.issued.count, revoked: count)
        var bits: [UInt8] = []
        let revoked = columns == 0 ? [] : Array(all.revoked)
        approximate = try CodedFilters.code(
            .approximate, all, revoked, columns: columns, into: &bits, from: 0, hasher)
        let filter = Ribbon(approximate, columns: columns, ColumnBits(bits), from: 0)
        let passing = all.issued.filter {
            filter.isPassed(by: Fingerprint(number: $0), hasher)
        }
        exact = try CodedFilters.code(
            .exact, all, passing, columns: 1, into: &bits, from: columns * approximate.slots,
            hasher)
        self.bits = bits
    }

    func write(to writer: inout CBORWriter, firstDay: Day) {
        writer.array(8)
        writer.integer(Int64(day.number - firstDay.number))
        writer.integer(Int64(count))
        writer.integer(Int64(columns))
        for hash in [approximate, exact] {
            writer.integer(Int64(hash.slots))
            writer.integer(Int64(hash.seed))
        }
        writer.byteString(bits)
    }

    /// The k with which both filters are expected to be smallest, the first of several.
    static func bestColumns(issued: Int, revoked: Int) -> Int {
        let sizes = (0...Limits.revocationColumns).map { columns in
            Double(columns * revoked) + Double(issued - revoked) / Double(1 << columns)
        }
        return sizes.indices.min { sizes[$0] < sizes[$1] } ?? 0
    }

    /// Appends the columns of one filter for `keys` to bits that end at `begin`.
    ///
    /// The fewest slots, one in 64 to spare or more, and the first seed with a solution; throws
    /// `noSeed` if there is none.
    private static func code(
        _ layer: RibbonHash.Layer, _ all: IssuedDay, _ keys: [UInt128], columns: Int,
        into bits: inout [UInt8], from begin: Int, _ hasher: some Hashing
    ) throws(RevocationDraftFault) -> RibbonHash {
        // The first bits of a value, for which there are columns.
        let answered = ~(UInt32.max >> UInt32(columns))
        var slots = keys.count + keys.count / 64
        while slots <= min(2 * keys.count + 64, Limits.revocationSlots) {
            for seed in FilteredDay.seeds {
                let hash = RibbonHash(layer, all.day, seed: UInt8(seed), slots: slots)
                var system = RibbonSystem(slots: slots)
                let isSolved = keys.allSatisfy { number in
                    let row = hash.row(of: Fingerprint(number: number), hasher)
                    return switch layer {
                    case .approximate: system.add(row, row.value & answered)
                    case .exact: system.add(row, all.revoked.contains(number) ? 1 << 31 : 0)
                    }
                }
                guard isSolved else { continue }
                let byteCount = (begin + columns * slots + 7) / 8
                bits.append(contentsOf: repeatElement(0, count: byteCount - bits.count))
                system.solve(columns: columns, into: &bits, from: begin)
                return hash
            }
            slots += 1 + slots / 128
        }
        throw .noSeed(all.day)
    }
}
