package import Issuing
package import Proofs
package import Register
package import SigningMessages
package import Sodium

/// The justificatifs of one person, found in a register that does not know whose they are
/// (Spec/signing.md 4.1).
package struct HolderRecords {
    /// How many are found at most.
    package static let greatestCount = 500

    private let register: ProofRegister
    private let identifiers: HolderIdentifiers

    package init(of holder: Holder, register: ProofRegister, _ secret: KeyedSecret) {
        self.register = register
        identifiers = HolderIdentifiers(of: holder, secret)
    }

    /// Those that are not past their last day at `now`, cancelled ones too, the newest first.
    package func proofs(at now: Instant) throws(RegisterFault) -> [HolderProof] {
        try found(at: now).map { $0.proof(cancelled: $0.row.revocation?.day) }
    }

    /// Cancels the one with this reference, or every one that is good if it is nil, and returns
    /// them as they are now.
    ///
    /// Empty if there is none. One that was cancelled before stays as it was.
    package func cancel(
        _ reference: Reference?, at now: Instant
    ) throws(RegisterFault) -> [HolderProof] {
        var proofs: [HolderProof] = []
        for found in try found(at: now) {
            let isMeant =
                reference.map { $0 == found.row.reference } ?? (found.row.revocation == nil)
            guard isMeant else { continue }
            let day: Day? =
                switch try register.revoke(found.row.identifier, on: now.day, .holderRequest) {
                case .cancelled: now.day
                case .already(let revocation): revocation.day
                case .unknown: nil
                }
            // A row that was purged meanwhile is of nobody.
            if let day { proofs.append(found.proof(cancelled: day)) }
        }
        return proofs
    }

    /// The identifiers that the register does not have yet for a new justificatif, in the order in
    /// which they are to be used.
    package func freeIdentifiers(
        kind: JustificatifKind, issued: Day, lastDay: Day
    ) throws(RegisterFault) -> [ProofIdentifier] {
        let slot = HolderIdentifiers.Slot(kind: kind, issued: issued, lastDay: lastDay)
        let all = (0..<HolderIdentifiers.counters).map {
            identifiers.identifier(of: slot, counter: $0)
        }
        let taken = Set(try register.rows(of: all).map(\.identifier))
        return all.filter { !taken.contains($0) }
    }

    private struct Found {
        let slot: HolderIdentifiers.Slot
        let row: RegisterRow

        func proof(cancelled: Day?) -> HolderProof {
            HolderProof(
                reference: row.reference, kind: slot.kind, issued: slot.issued,
                lastDay: slot.lastDay, cancelled: cancelled)
        }
    }

    private func found(at now: Instant) throws(RegisterFault) -> [Found] {
        var all: [Found] = []
        var slots = HolderIdentifiers.slots(at: now)
        // Counters are used in their order: where one is missing, so are those after it.
        for counter in 0..<HolderIdentifiers.counters where !slots.isEmpty {
            let names = slots.map { identifiers.identifier(of: $0, counter: counter) }
            let found = try rows(of: names, slots)
            slots = found.map(\.slot)
            all += found
        }
        let newestFirst = all.sorted { one, other in
            (other.slot.issued, one.row.reference.number)
                < (one.slot.issued, other.row.reference.number)
        }
        return Array(newestFirst.prefix(HolderRecords.greatestCount))
    }

    private func rows(
        of names: [ProofIdentifier], _ slots: [HolderIdentifiers.Slot]
    ) throws(RegisterFault) -> [Found] {
        let byName = Dictionary(zip(names, slots), uniquingKeysWith: { first, _ in first })
        return try register.rows(of: names).compactMap { row in
            byName[row.identifier].map { Found(slot: $0, row: row) }
        }
    }
}
