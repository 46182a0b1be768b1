internal import Console
internal import Files
internal import Lists
internal import Proofs
internal import Register
internal import Wire

/// A list that was published before, against which a restored backup gives itself away.
struct PreviousList {
    private let path: String
    private let bytes: [UInt8]
    private let content: RevocationListContent

    init(reading path: String) throws {
        self.path = path
        bytes = try FileReading.bytes(of: path, limit: Limits.revocationListBytes)
        do throws(DecodeError) {
            let message = try SignedMessage(
                decoding: bytes, limit: Limits.revocationListBytes)
            content = try RevocationListContent(reading: message.payload)
        } catch {
            throw Failure(
                .refused, "\(path): is not a revocation list (\(error)); nothing was written")
        }
    }

    /// Refuses before the register is touched: another list, or one of a later instant.
    func check(_ terms: PublicationTerms, at instant: Instant) throws(Failure) {
        guard content.identifier == terms.id else {
            throw refusal("is the list \"\(content.identifier)\" and not \"\(terms.id)\"")
        }
        if let epoch = terms.epoch, epoch > content.epoch { return }
        guard content.issued <= instant else {
            throw refusal(
                "is as of \(content.issued), later than this publication; a later instant, or a "
                    + "raised --epoch (in the trust list too), goes on from it")
        }
    }

    /// Refuses to go back in epoch or sequence.
    func check(_ publication: Publication) throws(Failure) {
        guard content.epoch <= publication.epoch else {
            throw refusal("is of epoch \(content.epoch), later than \(publication.epoch)")
        }
        let isNewEpoch = content.epoch < publication.epoch
        // The same sequence may come again with the same content, which is checked last; one that
        // the register never released cannot be in a file.
        let known = publication.isReleased ? publication.sequence : publication.sequence - 1
        guard isNewEpoch || content.sequence <= known else {
            throw refusal(
                "has sequence \(content.sequence) and the register is at "
                    + "\(known); if a backup of the register was restored, cancel "
                    + "again what it lost, then give --sequence \(content.sequence + 1) "
                    + "(Spec/register.md 5)")
        }
    }

    /// Refuses to forget a cancellation whose justificatif can still be used.
    ///
    /// `revoked` is what the new list names, by day of issue.
    func check(
        _ revoked: [Day: [Fingerprint]], at instant: Instant, _ hasher: some Hashing
    ) throws(Failure) {
        for day in content.days where !Retention.isOver(day.day, at: instant) {
            try check(
                held: day.count, found: count(revoked[day.day] ?? [], day.day, hasher),
                "of \(day.day)")
        }
        // Some of the days that were open may be over by now, and which ones a whole
        // fingerprint was of is not told.
        let firstOpen = content.lastClosedDay.adding(days: 1)
        guard !Retention.isOver(firstOpen, at: instant) else { return }
        let found = revoked.filter { $0.key >= firstOpen }
            .reduce(0) { $0 + count($1.value, $1.key, hasher) }
        try check(held: content.openCount, found: found, "from \(firstOpen) on")
    }

    /// Refuses other content under the same number.
    func check(_ payload: [UInt8], _ publication: Publication) throws(Failure) {
        guard content.epoch == publication.epoch, content.sequence == publication.sequence,
            let message = try? SignedMessage(decoding: bytes, limit: bytes.count),
            message.payload != payload
        else { return }
        throw refusal(
            "has the same sequence and says something else; if a backup of the register was "
                + "restored, give --sequence \(content.sequence + 1) (Spec/register.md 5)")
    }

    private func count(
        _ fingerprints: [Fingerprint], _ day: Day, _ hasher: some Hashing
    ) -> Int {
        fingerprints.count { content.status(of: $0, issued: day, hasher) == .revoked }
    }

    private func check(held: Int, found: Int, _ days: String) throws(Failure) {
        guard found < held else { return }
        throw refusal(
            "cancels \(held) justificatif(s) \(days), of which the register knows \(found); a "
                + "backup of the register was restored: cancel them again (Spec/register.md 5)")
    }

    private func refusal(_ problem: String) -> Failure {
        Failure(.refused, "\(path): \(problem); nothing was written")
    }
}
