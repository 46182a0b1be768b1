internal import Proofs

/// What the ministry says of enrolments in higher education, or the Crous of a grant.
package struct StudentFacts: Equatable, Sendable {
    /// A grant on social criteria, as far as the body tells it; nil is not told.
    package struct Grant: Equatable, Sendable {
        package var isHolder: Bool?
        /// The months it is paid for.
        package var period: Period?
        /// The number of a choice of the claim `grant_level`; nil for a provisional one.
        package var level: UInt64?

        package init() {}
    }

    /// Enrolments, without mere admissions; nil when the answer is not about them.
    package var enrolments: [Period]?
    /// Nil when the answer is not about a grant.
    package var grant: Grant?

    package init() {}
}

extension StudentFacts {
    func value(
        of label: ClaimLabel.Student, _ question: Question
    ) throws(IssuingRefusal) -> ClaimValue {
        switch label {
        case .studentFrom:
            return .day(try question.known(question.onDayOfAnswer(enrolment(on:))).from)
        case .studentUntil:
            return .day(try question.known(question.onDayOfAnswer(enrolment(on:))).until)
        case .studentOn:
            _ = try question.known(enrolments)
            return try question.day { enrolment(on: $0) != nil }
        case .grantLevel: return .choice(try question.known(grant?.level))
        case .grantHolderOn:
            guard try question.known(grant?.isHolder) else {
                throw .predicateFalse(question.label)
            }
            let period = try question.known(grant?.period)
            return try question.day { period.contains($0) }
        }
    }

    /// The last day of what `claims` state of a day: the enrolment, the grant, or the earlier.
    func rightsEnd(_ claims: Claims) -> Day? {
        let enrolled = claims.day(.studentOn).flatMap { day in enrolment(on: day)?.until }
        let paid = claims.has(.grantHolderOn) ? grant?.period?.until : nil
        return [enrolled, paid].compactMap { $0 }.min()
    }

    /// The enrolment that holds `day`; of several, the one that ends last.
    private func enrolment(on day: Day) -> Period? {
        enrolments?.filter { $0.contains(day) }.max { $0.until < $1.until }
    }
}
