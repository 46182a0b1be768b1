package import Proofs

/// What may be signed after a data body's answer was held against the identity.
package struct Evidence: Equatable, Sendable {
    /// Identity, recipient, the disclosed facts with what they need, and `data_as_of`.
    package let claims: Claims
    /// Whether the identity holds a usage name that was not asked for (Spec/issuing.md 4).
    package let couldShowUsageName: Bool
    private let rightsEnd: Day?

    /// Throws the first refusal, in the order freshness, identity, facts (Spec/issuing.md).
    ///
    /// `disclosure` must be of the answer's kind. `confirmsZero` says that a quotient familial of 0
    /// is no unknown one.
    package init(
        answer: Answer, identity: PivotIdentity, disclosure: Disclosure, scale: Scale?,
        recipient: Recipient?, fetchedAt: Instant, now: Instant, confirmsZero: Bool = false
    ) throws(IssuingRefusal) {
        let answerDay = try Freshness.answerDay(fetchedAt: fetchedAt, now: now)
        var claims = try Evidence.identityClaims(identity, disclosure.identity)
        try IdentityMatch.check(identity, against: answer)
        for label in disclosure.factLabels(of: answer).sorted() {
            let question = Question(
                label: label, bound: disclosure.bounds[label], scale: scale, answerDay: answerDay,
                lastBegunDay: Freshness.lastBegunDay(fetchedAt: fetchedAt, now: now),
                confirmsZero: confirmsZero)
            claims[label] = try answer.facts.value(question)
        }
        claims[.dataAsOf] = .day(answerDay)
        claims[.recipient] = recipient.map { .recipient($0) }
        self.claims = claims
        couldShowUsageName = identity.usageName != nil && claims[.usageName] == nil
        rightsEnd = answer.facts.rightsEnd(claims)
    }

    /// The last day of use when none is asked for, inclusive.
    ///
    /// Throws `already-over` when it is before the day of issue.
    package func usualLastDay(issued: Day) throws(IssuingRefusal) -> Day {
        try claims.usualLastDay(issued: issued, rightsEnd: rightsEnd)
    }

    /// Birth name, first given name and birth date, as far as the person has them, and what else
    /// was asked for.
    private static func identityClaims(
        _ identity: PivotIdentity, _ asked: Set<ClaimLabel>
    ) throws(IssuingRefusal) -> Claims {
        guard identity.birthDate != nil,
            identity.familyName != nil || identity.givenNames != nil
        else { throw .identityIncomplete }
        var claims = Claims()
        for label in [ClaimLabel.familyName, .firstGivenName, .birthDate] {
            claims[label] = identity.value(of: label)
        }
        for label in asked.sorted() {
            guard let value = identity.value(of: label) else { throw .identityWithout(label) }
            claims[label] = value
        }
        return claims
    }
}

extension Disclosure {
    fileprivate func factLabels(of answer: Answer) -> Set<ClaimLabel> {
        facts.isEmpty ? Disclosure.withCompanions([answer.facts.usualLabel]) : facts
    }
}
