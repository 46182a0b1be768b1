package import Proofs

/// How long a data body's answer may be used (Spec/issuing.md).
package enum Freshness {
    /// The decree lets fetched data live for 15 minutes.
    package static let greatestAgeSeconds: Int64 = 15 * 60
    /// What two clocks may differ.
    package static let greatestLeadSeconds: Int64 = 2 * 60

    /// The UTC day of the answer, `data_as_of`; never after the day of issue.
    ///
    /// Throws `answer-too-old` or `answer-from-future`.
    package static func answerDay(
        fetchedAt: Instant, now: Instant
    ) throws(IssuingRefusal) -> Day {
        let ageSeconds = now.seconds - fetchedAt.seconds
        guard ageSeconds <= greatestAgeSeconds else { throw .answerTooOld }
        guard ageSeconds >= -greatestLeadSeconds else { throw .answerFromFuture }
        return min(fetchedAt, now).day
    }

    /// The last day that had begun at the body when it answered.
    ///
    /// Clocks in France and La Réunion are 1 to 4 hours ahead of UTC, and a right that begins on a
    /// day is there from its first minute.
    static func lastBegunDay(fetchedAt: Instant, now: Instant) -> Day {
        min(fetchedAt, now).adding(hours: 4).day
    }
}

extension Claims {
    /// The last day of use when none is given: the earliest of those of the subjects it speaks of.
    ///
    /// Days are inclusive, as they are printed. Three months and one month are counted as the
    /// format counts (Spec/token.md 3.3): issued on the 2nd, the last day is the 1st.
    /// `rightsEnd` is the last day of a right where it is known but not disclosed.
    /// Throws `already-over` when that day is before the day of issue.
    package func usualLastDay(
        issued: Day, rightsEnd: Day? = nil
    ) throws(IssuingRefusal) -> Day {
        let latest = Justificatif.latestExpiry(issued: issued).adding(days: -1)
        let last = blocks.reduce(latest) { min($0, lastDay(of: $1, issued, rightsEnd) ?? latest) }
        guard last >= issued else { throw .alreadyOver }
        return last
    }

    private func lastDay(of block: ClaimBlock, _ issued: Day, _ rightsEnd: Day?) -> Day? {
        switch block {
        case .tax: return nil
        case .quotientFamilial:
            guard case .month(let month) = self[.qfMonth] else { return nil }
            let end = month.following.lastDay
            return issued <= end ? max(end, issued.adding(days: 27)) : end
        case .jobSeeker: return issued.adding(months: 1).adding(days: -1)
        case .health: return [day(.baseRightsUntil), rightsEnd].compactMap { $0 }.min()
        case .student: return [day(.studentUntil), rightsEnd].compactMap { $0 }.min()
        }
    }
}
