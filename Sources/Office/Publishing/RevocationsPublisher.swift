package import Explaining
package import Lists
internal import Proofs
package import Register
package import Sodium
package import Wire

/// Makes the next revocation list of a register, in the order of Spec/register.md 3.
package struct RevocationsPublisher {
    private let register: ProofRegister
    private let plan: PublicationPlan
    private let previous: [PreviousList]
    private let crypto: SodiumCrypto

    /// A signed list that may be released.
    package struct SignedList: Equatable, Sendable {
        package let bytes: [UInt8]
        package let content: RevocationListContent
        /// To be kept outside of the register before the list leaves.
        package let note: ReleaseNote
    }

    /// `previous` are lists published before, against which the new one is held.
    package init(
        register: ProofRegister, plan: PublicationPlan, previous: [PreviousList],
        _ crypto: SodiumCrypto
    ) {
        self.register = register
        self.plan = plan
        self.previous = previous
        self.crypto = crypto
    }

    /// Closes the days before, and signs what the register has cancelled.
    ///
    /// Throws `PreviousListRefusal` if a previous list gives a restored backup away,
    /// `PublicationRefusal` and `RegisterFault` of the register, `RevocationDraftFault` for a list
    /// no verifier would read, and `PublishingFault` for a fault of this program.
    package func publish(signedBy signer: some Signing) throws -> SignedList {
        let first = Retention.firstDay(at: plan.instant)
        // Before anything is begun: a register that has lost cancellations takes no sequence.
        for list in previous {
            try list.check(plan)
            try list.check(register.revoked(from: first), plan, crypto)
        }
        var publication = try register.beginPublication(
            of: plan.list, epoch: plan.epoch, sequence: plan.sequence, at: plan.instant)
        for list in previous { try list.check(publication) }
        let revoked = try register.announced(from: first)
        var payload = try self.payload(publication, first: first, revoked)
        let digest = { (payload: [UInt8]) in crypto.sha256(payload).bytes }
        if case .makeAgain(let next) = try register.confirm(publication, digest: digest(payload)) {
            publication = next
            payload = try self.payload(publication, first: first, revoked)
            guard try register.confirm(publication, digest: digest(payload)) == .release else {
                throw PublicationRefusal.overtaken
            }
        }
        for list in previous { try list.check(payload, publication, crypto) }
        let content = try checked(payload, revoked)
        let message = try SignedMessage(signing: payload, by: signer, in: .revocations, crypto)
        let note = ReleaseNote(
            list: publication.list, epoch: publication.epoch, sequence: publication.sequence,
            issued: plan.instant, digest: digest(payload), revoked: revoked.mapValues(\.count))
        return SignedList(bytes: message.encoded, content: content, note: note)
    }

    private func payload(
        _ publication: Publication, first: Day, _ revoked: [Day: [Fingerprint]]
    ) throws -> [UInt8] {
        let closed = revoked.filter { $0.key <= publication.closedThrough }
        let open = revoked.filter { $0.key > publication.closedThrough }
        let hours = { (days: Int) in Int64(days) * 24 }
        return try RevocationListDraft(
            identifier: publication.list, epoch: publication.epoch,
            sequence: publication.sequence, issued: plan.instant,
            warnAfter: plan.instant.adding(hours: hours(plan.warnDays)),
            refuseAfter: plan.instant.adding(hours: hours(plan.refuseDays)),
            trustMinimum: plan.trustMinimum, firstDay: first,
            lastClosedDay: publication.closedThrough,
            closedDays: closed.map { day, fingerprints in
                .init(day: day, revoked: fingerprints) { body in
                    try register.forEachIssued(on: day, body)
                }
            },
            open: open.values.flatMap { $0 }, coding: plan.coding
        ).payload(crypto)
    }

    /// Reads the list as a verifier will and looks every cancellation up.
    private func checked(
        _ payload: [UInt8], _ revoked: [Day: [Fingerprint]]
    ) throws -> RevocationListContent {
        let content = try RevocationListContent(reading: payload.span)
        let isWhole = revoked.allSatisfy { day, fingerprints in
            fingerprints.allSatisfy { content.status(of: $0, issued: day, crypto) == .revoked }
        }
        guard isWhole else { throw PublishingFault.selfCheck }
        return content
    }
}

/// A list that this program made wrong; nothing was written.
package enum PublishingFault: Explained, Equatable {
    /// It misses a cancellation that it was made of.
    case selfCheck

    package var explanation: Explanation {
        switch self {
        case .selfCheck:
            Explanation(
                "self-check", .program,
                "la liste n’a pas passé sa propre vérification ; rien n’a été écrit",
                "the list failed its own check; nothing was written")
        }
    }
}
