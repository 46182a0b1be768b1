internal import Proofs
internal import Wire

/// An entry of a closed day, as it will be published (Spec/lists.md 4.2).
protocol DayEntry {
    /// How many are revoked.
    var count: Int { get }

    func write(to writer: inout CBORWriter, firstDay: Day)
}

/// All that was issued on a closed day on which something was revoked.
struct IssuedDay {
    let day: Day
    /// Revoked ones included.
    let issued: [UInt128]
    let revoked: Set<UInt128>

    /// Nil when nothing is revoked; throws `revokedNotIssued`, and what the draft throws.
    init?(_ draft: RevocationListDraft.ClosedDay) throws {
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
        day = draft.day
        self.issued = issued
        self.revoked = revoked
    }
}
