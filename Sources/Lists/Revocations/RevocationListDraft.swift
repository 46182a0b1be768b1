package import Proofs
package import Wire

/// A revocation list before it is signed, as a publisher puts it together (Spec/lists.md 4).
///
/// The same register, instant and numbers give the same bytes, whatever order things come in.
package struct RevocationListDraft {
    /// One UTC day on which nothing more will be issued.
    package struct ClosedDay {
        package let day: Day
        package let revoked: [Fingerprint]
        let forEachIssued: ((Fingerprint) throws -> Void) throws -> Void

        /// `forEachIssued` goes through every justificatif issued on `day`, expired and revoked
        /// ones included, in any order.
        ///
        /// It is asked only when something is revoked, and once.
        package init(
            day: Day, revoked: [Fingerprint],
            forEachIssued: @escaping ((Fingerprint) throws -> Void) throws -> Void
        ) {
            self.day = day
            self.revoked = revoked
            self.forEachIssued = forEachIssued
        }
    }

    /// More than header and signature take, in bytes.
    static let signatureRoom = 128

    package let identifier: String
    package let epoch: UInt64
    package let sequence: UInt64
    package let issued: Instant
    package let warnAfter: Instant
    package let refuseAfter: Instant
    /// The least sequence of a trust list this list can be used with.
    package let trustMinimum: UInt64
    /// The first day it speaks of; older justificatifs have all expired.
    package let firstDay: Day
    /// The last day that is closed; the day before `firstDay` when none is yet.
    package let lastClosedDay: Day
    package let closedDays: [ClosedDay]
    /// Revoked ones of the days after `lastClosedDay`.
    package let open: [Fingerprint]
    let coding: RevocationCoding

    /// Version 1 of the coding is the one that every verifier reads.
    package init(
        identifier: String, epoch: UInt64, sequence: UInt64, issued: Instant, warnAfter: Instant,
        refuseAfter: Instant, trustMinimum: UInt64, firstDay: Day, lastClosedDay: Day,
        closedDays: [ClosedDay], open: [Fingerprint], coding: RevocationCoding = .values
    ) {
        self.identifier = identifier
        self.epoch = epoch
        self.sequence = sequence
        self.issued = issued
        self.warnAfter = warnAfter
        self.refuseAfter = refuseAfter
        self.trustMinimum = trustMinimum
        self.firstDay = firstDay
        self.lastClosedDay = lastClosedDay
        self.closedDays = closedDays.sorted { $0.day < $1.day }
        self.open = open
        self.coding = coding
    }

    /// The payload to sign in the domain `revocations`.
    ///
    /// Throws `RevocationDraftFault`, and whatever `forEachIssued` throws.
    package func payload(_ hasher: some Hashing) throws -> [UInt8] {
        try checkFields()
        let coded = try closedDays.compactMap { try entry($0, hasher) }
        let openNumbers = Set(open.map(\.number)).sorted()
        let revoked = coded.reduce(0) { $0 + $1.count } + openNumbers.count
        guard revoked <= Limits.revokedProofs else { throw RevocationDraftFault.tooManyRevoked }
        var writer = CBORWriter()
        writer.map(11)
        writer.unsigned(1)
        writer.text(identifier)
        let numbers: [(UInt64, UInt64)] = [
            (2, epoch), (3, sequence), (4, UInt64(issued.seconds)),
            (5, UInt64(warnAfter.seconds)), (6, UInt64(refuseAfter.seconds)), (7, trustMinimum),
            (8, UInt64(firstDay.number)), (9, UInt64(lastClosedDay.number)),
        ]
        for (key, number) in numbers {
            writer.unsigned(key)
            writer.unsigned(number)
        }
        writer.unsigned(10)
        writer.array(coded.count)
        for day in coded { day.write(to: &writer, firstDay: firstDay) }
        writer.unsigned(11)
        writer.byteString(openNumbers.flatMap { Fingerprint(number: $0).bytes })
        try RevocationListDraft.checkSize(writer.bytes.count)
        return writer.bytes
    }

    /// Nil when nothing is revoked.
    private func entry(
        _ closed: ClosedDay, _ hasher: some Hashing
    ) throws -> (any DayEntry)? {
        switch coding {
        case .values: try CodedDay(closed, hasher)
        case .filters: try CodedFilters(closed, hasher)
        }
    }

    /// The whole signed list, ready to be published.
    package func signed(
        by signer: some Signing, _ hasher: some Hashing
    ) throws -> [UInt8] {
        try SignedMessage(signing: payload(hasher), by: signer, in: .revocations, hasher).encoded
    }

    /// What can be signed and still be read by every verifier.
    static func checkSize(_ payloadBytes: Int) throws(RevocationDraftFault) {
        guard payloadBytes <= Limits.revocationListBytes - signatureRoom else { throw .tooLarge }
    }

    private func checkFields() throws(RevocationDraftFault) {
        guard ClaimForm.isIdentifier(identifier, limit: Limits.identifierBytes) else {
            throw .identifierForm
        }
        guard issued.seconds >= 0, issued < warnAfter, warnAfter < refuseAfter,
            refuseAfter.day.number <= Day.last
        else { throw .dateOrder }
        // A day may be closed only once it is over.
        guard firstDay.number >= 1, firstDay.number <= lastClosedDay.number + 1,
            lastClosedDay < issued.day
        else { throw .dayOrder }
        guard lastClosedDay.number - firstDay.number < Limits.coveredDays else {
            throw .tooManyDays
        }
        var last: Day?
        for day in closedDays.map(\.day) {
            guard (firstDay...max(firstDay, lastClosedDay)).contains(day), day <= lastClosedDay,
                last.map({ $0 < day }) ?? true
            else { throw .dayOrder }
            last = day
        }
    }
}
