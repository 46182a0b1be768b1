package import Proofs

/// What France Travail says of a registration as a job seeker: the last one only.
package struct JobSeekerFacts: Equatable, Sendable {
    /// How a registration as a job seeker ends, as far as the body knows.
    package enum End: Equatable, Sendable {
        case noneKnown
        case on(Day)
    }

    package var since: Day?
    /// Nil when the body did not say: that is not "no end".
    package var end: End?
    /// 1 to 5.
    package var category: UInt64?

    package init() {}
}

extension JobSeekerFacts {
    /// The value of one label, of a predicate only if it is true.
    ///
    /// The day of the end itself proves neither: bodies differ on whether it still counts. And a
    /// day before the registration proves nothing, because an earlier one is not in the answer.
    func value(
        of label: ClaimLabel.JobSeeker, _ question: Question
    ) throws(IssuingRefusal) -> ClaimValue {
        switch label {
        case .registeredSince: return .day(try question.known(since))
        case .registrationCategory: return .number(try question.known(category))
        case .registrationEnded:
            if case .on(let day) = try question.known(end) { return .day(day) }
            return .noDay
        case .registeredOn:
            let since = try question.known(since, missing: .registeredSince)
            let end = try question.known(end, missing: .registrationEnded)
            return try question.day { $0 >= since && !end.isReached(on: $0) }
        case .notRegisteredOn:
            guard case .on(let end) = try question.known(end, missing: .registrationEnded) else {
                throw .predicateFalse(question.label)
            }
            return try question.day { $0 > end }
        }
    }
}

extension JobSeekerFacts.End {
    fileprivate func isReached(on day: Day) -> Bool {
        if case .on(let end) = self { day >= end } else { false }
    }
}
