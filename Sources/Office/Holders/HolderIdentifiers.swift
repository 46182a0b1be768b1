internal import Issuing
internal import Proofs
internal import Register
internal import SigningMessages
internal import Sodium

/// The identifiers that an office gives the justificatifs of one person, and can compute again
/// (Spec/signing.md 4).
struct HolderIdentifiers {
    /// Counters of one kind, day of issue and last day: 0 to 15.
    static let counters: UInt8 = 16

    /// What the identifier of a justificatif is computed from, besides the person.
    struct Slot: Hashable {
        let kind: JustificatifKind
        let issued: Day
        /// Inclusive.
        let lastDay: Day
    }

    private let secret: KeyedSecret
    private let start: [UInt8]

    init(of holder: Holder, _ secret: KeyedSecret) {
        self.secret = secret
        let name = Array(holder.text.utf8)
        start =
            Array("justificatif/cti/1".utf8) + HolderIdentifiers.bytes(name.count).suffix(2) + name
    }

    func identifier(of slot: Slot, counter: UInt8) -> ProofIdentifier {
        let kind = Array(slot.kind.rawValue.utf8)
        let message =
            start + [UInt8(kind.count)] + kind + HolderIdentifiers.bytes(slot.issued.number)
            + HolderIdentifiers.bytes(slot.lastDay.number) + [counter]
        let code = secret.code(of: message).prefix(ProofIdentifier.byteCount)
        guard let identifier = ProofIdentifier(Array(code)) else {
            preconditionFailure("HMAC-SHA-256 has 32 bytes")
        }
        return identifier
    }

    /// Every slot of a justificatif that is not over at `now`, the newest days of issue first.
    static func slots(at now: Instant) -> [Slot] {
        let first = Retention.firstDay(at: now).number
        return (first...max(first, now.day.number)).reversed().flatMap { number in
            let issued = Day(number: number)
            let end = Justificatif.latestExpiry(issued: issued).number
            let lastDays = (number..<end).map { Day(number: $0) }.filter {
                !Retention.isOver(expiring: $0.adding(days: 1), at: now)
            }
            return JustificatifKind.allCases.flatMap { kind in
                lastDays.map { Slot(kind: kind, issued: issued, lastDay: $0) }
            }
        }
    }

    /// Four bytes, big-endian.
    private static func bytes(_ number: Int) -> [UInt8] {
        let number = UInt32(clamping: number)
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> UInt32($0)) }
    }
}
