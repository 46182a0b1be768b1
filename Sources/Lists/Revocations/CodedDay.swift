internal import Proofs
internal import Wire

/// A closed day as it will be published: the values of its revoked justificatifs, such that no
/// other one of that day has any of them (Spec/lists.md 4.3).
struct CodedDay {
    let day: Day
    let count: Int
    let width: Int
    let seed: UInt8
    let parameter: Int
    let bits: [UInt8]

    /// Nil when nothing is revoked.
    init?(_ draft: RevocationListDraft.ClosedDay, _ hasher: some Hashing) throws {
        let revoked = Set(draft.revoked.map(\.number))
        guard !revoked.isEmpty else { return nil }
        var issued: [UInt128] = []
        var found = Set<UInt128>()
        try draft.forEachIssued { fingerprint in
            let number = fingerprint.number
            issued.append(number)
            if revoked.contains(number) { found.insert(number) }
        }
        guard found.count == revoked.count else {
            throw RevocationDraftFault.revokedNotIssued(draft.day)
        }
        let search = SeedSearch(day: draft.day, issued: issued, revoked: revoked)
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
