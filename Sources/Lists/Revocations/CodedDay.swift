internal import Proofs
internal import Wire

/// A closed day as it will be published: the values of its revoked justificatifs, such that no
/// other one of that day has any of them (Spec/lists.md 4.3).
struct CodedDay: DayEntry {
    let day: Day
    let count: Int
    let width: Int
    let seed: UInt8
    let parameter: Int
    let bits: [UInt8]

    /// Nil when nothing is revoked.
    init?(_ draft: RevocationListDraft.ClosedDay, _ hasher: some Hashing) throws {
        guard let all = try IssuedDay(draft) else { return nil }
        let search = SeedSearch(day: all.day, issued: all.issued, revoked: all.revoked)
        let choice = try search.first(hasher)
        let coded = Rice.encode(choice.values)
        day = draft.day
        count = choice.values.count
        width = choice.width
        seed = choice.seed
        parameter = coded.parameter
        bits = coded.bits
    }

    func write(to writer: inout CBORWriter, firstDay: Day) {
        writer.array(6)
        writer.integer(Int64(day.number - firstDay.number))
        writer.integer(Int64(count))
        writer.integer(Int64(width))
        writer.unsigned(UInt64(seed))
        writer.integer(Int64(parameter))
        writer.byteString(bits)
    }
}

/// Looks for the first width and seed with which a closed day can be told exactly.
///
/// A width of ceil(log2(N x R)) bits makes about one try in three succeed (Spec/lists.md 4.3).
struct SeedSearch {
    let day: Day
    /// All issued that day, revoked ones included.
    let issued: [UInt128]
    let revoked: Set<UInt128>

    struct Choice {
        let width: Int
        let seed: UInt8
        /// Ascending, each once, as many as there are revoked.
        let values: [UInt64]
    }

    /// The smallest width from the usual one on, and for it the smallest seed.
    func first(_ hasher: some Hashing) throws(RevocationDraftFault) -> Choice {
        var width = SeedSearch.usualWidth(issued: issued.count, revoked: revoked.count)
        while width <= Limits.revocationWidth {
            for seed in UInt8.min...UInt8.max {
                if let values = values(width: width, seed: seed, hasher) {
                    return Choice(width: width, seed: seed, values: values)
                }
            }
            width += 1
        }
        throw .noSeed(day)
    }

    /// ceil(log2(issued x revoked)), at least 1.
    static func usualWidth(issued: Int, revoked: Int) -> Int {
        let (product, overflow) = UInt64(issued).multipliedReportingOverflow(by: UInt64(revoked))
        guard !overflow else { return Limits.revocationWidth + 1 }
        return max(1, UInt64.bitWidth - (product - 1).leadingZeroBitCount)
    }

    /// The values of the revoked, or nil when two of them agree or an unrevoked one has one.
    private func values(width: Int, seed: UInt8, _ hasher: some Hashing) -> [UInt64]? {
        let hash = DayHash(day: day, seed: seed, width: width)
        let values = revoked.map { hash.value(of: Fingerprint(number: $0), hasher) }.sorted()
        for index in values.indices.dropFirst() where values[index - 1] == values[index] {
            return nil
        }
        let apart = issued.allSatisfy { number in
            let value = hash.value(of: Fingerprint(number: number), hasher)
            return !Sorted.contains(value, in: values.span) || revoked.contains(number)
        }
        return apart ? values : nil
    }
}
