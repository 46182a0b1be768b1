internal import Console
internal import Lists
internal import Proofs
internal import Register
internal import Sodium
internal import Wire

/// Makes the next revocation list of a register, in the order of Spec/register.md 3.
struct RevocationsPublisher {
    let register: ProofRegister
    let terms: PublicationTerms
    let instant: Instant
    let previous: [PreviousList]
    let crypto: SodiumCrypto

    /// A signed list that may be released.
    struct SignedList {
        let bytes: [UInt8]
        let content: RevocationListContent
    }

    func publish(signedBy secret: SecretKey) throws -> SignedList {
        for list in previous { try list.check(terms, at: instant) }
        var publication = try register.beginPublication(
            of: terms.id, epoch: terms.epoch, sequence: terms.sequence, at: instant)
        let first = Retention.firstDay(at: instant)
        let revoked = try register.announced(from: first)
        for list in previous {
            try list.check(publication)
            try list.check(revoked, at: instant, crypto)
        }
        var payload = try self.payload(publication, first: first, revoked)
        let digest = { crypto.sha256($0).bytes }
        if case .makeAgain(let next) = try register.confirm(publication, digest: digest(payload)) {
            publication = next
            payload = try self.payload(publication, first: first, revoked)
            guard try register.confirm(publication, digest: digest(payload)) == .release else {
                throw PublicationRefusal.overtaken
            }
        }
        for list in previous { try list.check(payload, publication) }
        let content = try checked(payload, revoked)
        return SignedList(bytes: try signed(payload, secret), content: content)
    }

    private func payload(
        _ publication: Publication, first: Day, _ revoked: [Day: [Fingerprint]]
    ) throws -> [UInt8] {
        let closed = revoked.filter { $0.key <= publication.closedThrough }
        let open = revoked.filter { $0.key > publication.closedThrough }
        let hours = { (days: Int) in Int64(days) * 24 }
        return try RevocationListDraft(
            identifier: publication.list, epoch: publication.epoch,
            sequence: publication.sequence, issued: instant,
            warnAfter: instant.adding(hours: hours(terms.warnDays)),
            refuseAfter: instant.adding(hours: hours(terms.refuseDays)),
            trustMinimum: terms.trustMin, firstDay: first,
            lastClosedDay: publication.closedThrough,
            closedDays: closed.map { day, fingerprints in
                .init(day: day, revoked: fingerprints) { body in
                    try register.forEachIssued(on: day, body)
                }
            },
            open: open.values.flatMap { $0 }
        ).payload(crypto)
    }

    /// Reads the list as a verifier will and looks every cancellation up.
    private func checked(
        _ payload: [UInt8], _ revoked: [Day: [Fingerprint]]
    ) throws -> RevocationListContent {
        let content = try RevocationListContent(reading: payload)
        for (day, fingerprints) in revoked {
            for fingerprint in fingerprints
            where content.status(of: fingerprint, issued: day, crypto) != .revoked {
                throw Failure(.fault, "the list failed its own check; nothing was written")
            }
        }
        return content
    }

    private func signed(_ payload: [UInt8], _ secret: SecretKey) throws -> [UInt8] {
        let kid = secret.publicKey.identifier(crypto)
        let bytes = SignedMessage.signedBytes(
            header: ProtectedHeader(kid: kid), payload: payload, .revocations)
        return SignedMessage(
            signing: payload, kid: kid, signature: try secret.signature(for: bytes)
        ).encoded
    }
}
