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
