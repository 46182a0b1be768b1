internal import Proofs
internal import SigningMessages
internal import Sodium

/// How the entries of one person are found and opened (Spec/space.md 2).
struct HolderSeal: ~Copyable {
    /// What rows of this person are found by.
    let holder: [UInt8]
    private let sealer: Sealer

    init(of holder: Holder, _ secret: KeyedSecret) throws(SodiumFault) {
        let name = Array(holder.text.utf8)
        let framed = [UInt8(name.count >> 8), UInt8(name.count & 0xFF)] + name
        self.holder = secret.code(of: Array("justificatif/space/holder/1".utf8) + framed)
        sealer = try secret.sealer(for: Array("justificatif/space/key/1".utf8) + framed)
    }

    func seal(
        _ bytes: [UInt8], as identifier: EntryIdentifier, _ kind: SpaceKind, until lastDay: Day
    ) -> [UInt8] {
        sealer.seal(bytes, with: associated(identifier, kind, lastDay))
    }

    /// Nil for what was not sealed for this person under this identifier, kind and day.
    func open(
        _ sealed: [UInt8], as identifier: EntryIdentifier, _ kind: SpaceKind, until lastDay: Day
    ) -> [UInt8]? {
        sealer.open(sealed, with: associated(identifier, kind, lastDay))
    }

    private func associated(
        _ identifier: EntryIdentifier, _ kind: SpaceKind, _ lastDay: Day
    ) -> [UInt8] {
        let number = UInt32(clamping: lastDay.number)
        let day = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
        return Array("justificatif/space/entry/1".utf8) + holder + identifier.bytes + day
            + Array(kind.rawValue.utf8)
    }
}
