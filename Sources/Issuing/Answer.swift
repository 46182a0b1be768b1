internal import Proofs

/// What a data body said: the persons it said it of, and the facts.
package struct Answer: Equatable, Sendable {
    /// Any of them may be the identified person, as either of two allocataires or declarants.
    ///
    /// Empty where the body is asked with the identity and names nobody.
    package let persons: [HeldPerson]
    package let facts: Facts

    package init(persons: [HeldPerson], facts: Facts) {
        self.persons = persons
        self.facts = facts
    }

    package var kind: JustificatifKind { facts.kind }
}

/// The facts of one kind.
///
/// A member the body did not send is nil, and refused only when needed.
package enum Facts: Equatable, Sendable {
    case quotientFamilial(QuotientFamilialFacts)
    case taxIncome(TaxFacts)
    case jobSeeker(JobSeekerFacts)
    case health(HealthFacts)

    package var kind: JustificatifKind {
        switch self {
        case .quotientFamilial: .quotientFamilial
        case .taxIncome: .taxIncome
        case .jobSeeker: .jobSeeker
        case .health: .health
        }
    }

    /// What is disclosed when nothing is asked for (Spec/issuing.md).
    var usualLabel: ClaimLabel {
        switch self {
        case .quotientFamilial: .qf
        case .taxIncome: .rfr
        case .jobSeeker: .registeredOn
        case .health(let facts):
            facts.periods == nil && facts.c2s != nil ? .c2sOn : .baseRightsOpenOn
        }
    }

    /// The value of the label that is asked about, of a predicate only if it is true.
    ///
    /// Throws `fact-missing` for a label of another subject.
    func value(_ question: Question) throws(IssuingRefusal) -> ClaimValue {
        switch (self, question.label.fact) {
        case (.quotientFamilial(let facts), .quotientFamilial(let label)):
            try facts.value(of: label, question)
        case (.taxIncome(let facts), .tax(let label)): try facts.value(of: label, question)
        case (.jobSeeker(let facts), .jobSeeker(let label)): try facts.value(of: label, question)
        case (.health(let facts), .health(let label)): try facts.value(of: label, question)
        case (.quotientFamilial, _), (.taxIncome, _), (.jobSeeker, _), (.health, _):
            throw .factMissing(question.label)
        }
    }
}
