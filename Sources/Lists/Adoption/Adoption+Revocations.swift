internal import Wire

extension Adoption {
    /// Puts revocation lists out of force that the trust list no longer stands for: another
    /// epoch, a key no longer delegated, an id no longer named.
    ///
    /// Done at each trust list, before the next file is looked at (Spec/lists.md 6.3). Their marks
    /// stay.
    mutating func dropUnfounded() {
        guard let trust = edition.trust?.list.content else { return }
        for (identifier, signed) in edition.revocations.sorted(by: { $0.key < $1.key }) {
            let source = trust.revocationSources.first { $0.identifier == identifier }
            do throws(RevocationListRefusal) {
                guard let source else { throw .unknownIdentifier(identifier) }
                _ = try RevocationList(authenticating: signed.bytes, for: source, crypto)
            } catch {
                edition.revocations[identifier] = nil
                report.dropped.append((identifier, error))
            }
        }
    }

    /// R0 to R9 (Spec/lists.md 4.6): without a trust list nothing of the bytes is looked at.
    mutating func adopt(
        revocations bytes: [UInt8]
    ) throws(AdoptionRefusal) -> AdoptionReport.Outcome {
        guard let trust = edition.trust?.list.content else { throw .noTrustList }
        try checkSize(of: bytes, .revocationList)
        let list: RevocationList
        let mark: HighWaterMarks.Mark
        do throws(RevocationListRefusal) {
            let identifier = try RevocationList.claimedIdentifier(in: bytes)
            guard let source = trust.revocationSources.first(where: { $0.identifier == identifier })
            else { throw .unknownIdentifier(identifier) }
            list = try RevocationList(authenticating: bytes, for: source, crypto)
            mark = try RevocationList.mark(of: list.content, in: bytes, crypto)
        } catch {
            throw .revocationList(error)
        }
        let content = list.content
        let identifier = content.identifier
        try check(mark, against: edition.marks.revocations[identifier], epochs: true)
        guard content.trustMinimum <= trust.sequence else {
            throw .trustListTooOld(has: trust.sequence, needed: content.trustMinimum)
        }
        try checkDate(content.issued)
        let numbers = ListNumbers.revocations(
            identifier: identifier, epoch: content.epoch, sequence: content.sequence,
            issued: content.issued)
        let known = edition.marks.revocations[identifier]
        let inForce = edition.revocations[identifier]?.list.content
        if known == mark, inForce != nil { return .inForce(numbers) }
        if let forgotten = inForce?.forgotten(by: content) { throw .forgetsRevocations(forgotten) }
        edition.revocations[identifier] = .init(list: list, bytes: bytes)
        edition.marks.revocations[identifier] = mark
        return .adopted(numbers)
    }
}
