package import Wire

/// The newest lists ever adopted, by their numbers: a verifier never goes back behind them, even
/// where the lists themselves are gone (Spec/lists.md 6.2).
package struct HighWaterMarks: Equatable, Sendable {
    /// The highest numbers seen of one list, and the content that had them.
    package struct Mark: Equatable, Sendable {
        /// 0 for a trust list, which has none.
        package let epoch: UInt64
        package let sequence: UInt64
        /// SHA-256 of the payload: two contents under one number are a publisher's lie.
        package let content: Digest

        package init(epoch: UInt64 = 0, sequence: UInt64, content: Digest) {
            self.epoch = epoch
            self.sequence = sequence
            self.content = content
        }
    }

    package var trust: Mark?
    /// By the id of the list.
    package var revocations: [String: Mark]

    package init(trust: Mark? = nil, revocations: [String: Mark] = [:]) {
        self.trust = trust
        self.revocations = revocations
    }
}

extension HighWaterMarks.Mark {
    /// How a new list compares with this mark.
    enum Standing: Equatable {
        case newer, same, older, otherContent
    }

    func standing(of new: HighWaterMarks.Mark) -> Standing {
        if (new.epoch, new.sequence) > (epoch, sequence) { return .newer }
        if (new.epoch, new.sequence) < (epoch, sequence) { return .older }
        return new.content == content ? .same : .otherContent
    }
}

extension HighWaterMarks {
    /// Whether a trust list that was kept is the one that was adopted last.
    package func isAdopted(
        _ signed: ListsEdition.Signed<TrustList>, _ hasher: some Hashing
    ) -> Bool {
        guard let trust else { return false }
        return trust == (try? TrustList.mark(of: signed.list.content, in: signed.bytes, hasher))
    }

    /// Whether a revocation list that was kept is the one of its id that was adopted last.
    package func isAdopted(
        _ signed: ListsEdition.Signed<RevocationList>, _ hasher: some Hashing
    ) -> Bool {
        let content = signed.list.content
        guard let mark = revocations[content.identifier] else { return false }
        return mark == (try? RevocationList.mark(of: content, in: signed.bytes, hasher))
    }
}
