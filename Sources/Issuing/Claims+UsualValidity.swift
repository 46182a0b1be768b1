package import Proofs

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
