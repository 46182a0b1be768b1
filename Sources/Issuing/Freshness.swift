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
