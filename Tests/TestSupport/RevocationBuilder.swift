package import Lists
package import Proofs
internal import Wire

/// A revocation list a test can change before it is signed: made on 3 November 2026 at two in
/// the morning, closed up to the day before.
package struct RevocationBuilder: Sendable {
    package var identifier = "caf"
    package var epoch: UInt64 = 1
    package var sequence: UInt64 = 40
    package var issued = Sample.day(2026, 11, 3).start.adding(hours: 2)
    package var warnAfter = Sample.day(2026, 11, 13).start
    package var refuseAfter = Sample.day(2026, 12, 18).start
    package var trustMinimum: UInt64 = 7
    package var firstDay = Sample.day(2026, 8, 3)
    package var lastClosedDay = Sample.today
    /// All of a day, and those of them that are revoked.
    package var closed: [Day: (issued: [Fingerprint], revoked: [Fingerprint])] = [:]
    package var open: [Fingerprint] = []
    package var coding = RevocationCoding.values

    package init() {}

    package static func with(_ change: (inout RevocationBuilder) -> Void) -> RevocationBuilder {
        var builder = RevocationBuilder()
        change(&builder)
        return builder
    }

    package static func source(
        _ identifier: String = "caf", epoch: UInt64 = 1, _ keys: [PracticeKey] = [Practice.revoker]
    ) -> RevocationSource {
        RevocationSource(identifier: identifier, keys: keys.map(\.publicKey), epoch: epoch)
    }

    /// Fingerprint number `index` of a made-up issuer, the same in every run.
    package static func fingerprint(_ index: Int) -> Fingerprint {
        var generator = SplitMix64(seed: UInt64(index))
        return Fingerprint(number: UInt128(generator.next()) << 64 | UInt128(generator.next()))
    }

    package var draft: RevocationListDraft {
        RevocationListDraft(
            identifier: identifier, epoch: epoch, sequence: sequence, issued: issued,
            warnAfter: warnAfter, refuseAfter: refuseAfter, trustMinimum: trustMinimum,
            firstDay: firstDay, lastClosedDay: lastClosedDay,
            closedDays: closed.map { day, proofs in
                .init(day: day, revoked: proofs.revoked) { try proofs.issued.forEach($0) }
            },
            open: open, coding: coding)
    }

    package func bytes(signedBy key: PracticeKey = Practice.revoker) throws -> [UInt8] {
        try draft.signed(by: key, Practice.crypto)
    }

    package func list(
        for source: RevocationSource = source()
    ) throws -> RevocationList {
        try RevocationList(authenticating: bytes(), for: source, Practice.crypto)
    }
}

extension TrustBuilder {
    /// A trust list issued at the beginning of a day, good for nine and fifteen months.
    package static func aging(from day: Int) -> [UInt8] {
        var builder = TrustBuilder()
        let issued = Day(number: day)
        builder.issued = issued.start
        builder.warnAfter = issued.adding(months: 9).start
        builder.refuseAfter = issued.adding(months: 15).start
        return builder.bytes()
    }
}
