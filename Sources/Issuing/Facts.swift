package import Proofs

extension JustificatifKind {
    /// Whether a person may ask for a label of the block with this kind.
    func offers(_ label: ClaimLabel) -> Bool {
        switch self {
        case .quotientFamilial, .taxIncome, .jobSeeker, .health, .student: true
        case .complementaryCover: [.c2s, .c2sWithContribution, .c2sSince, .c2sOn].contains(label)
        }
    }

    /// Whether every answer says whom it is about.
    ///
    /// The others are asked with the identity itself and may send no person back.
    var namesPersons: Bool {
        switch self {
        case .quotientFamilial, .taxIncome, .jobSeeker: true
        case .health, .student, .complementaryCover: false
        }
    }
}

/// The facts of one kind.
///
/// A member the body did not send is nil, and refused only when needed.
package enum Facts: Equatable, Sendable {
    case quotientFamilial(QuotientFamilialFacts)
    case taxIncome(TaxFacts)
    case jobSeeker(JobSeekerFacts)
    case health(HealthFacts)
    case student(StudentFacts)
    case complementaryCover(HealthFacts.ComplementaryCover)

    /// The justificatif that these facts make.
    package var kind: JustificatifKind {
        switch self {
        case .quotientFamilial: .quotientFamilial
        case .taxIncome: .taxIncome
        case .jobSeeker: .jobSeeker
        case .health: .health
        case .student: .student
        case .complementaryCover: .complementaryCover
        }
    }

    /// What is disclosed when nothing is asked for (Spec/issuing.md 4).
    var usualLabel: ClaimLabel {
        switch self {
        case .quotientFamilial: .qf
        case .taxIncome: .rfr
        case .jobSeeker: .registeredOn
        case .health(let facts):
            facts.periods == nil && facts.c2s != nil ? .c2sOn : .baseRightsOpenOn
        case .student(let facts):
            facts.enrolments == nil && facts.grant != nil ? .grantHolderOn : .studentOn
        case .complementaryCover: .c2sOn
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
        case (.student(let facts), .student(let label)): try facts.value(of: label, question)
        case (.complementaryCover(let cover), .health(let label)):
            try cover.value(of: label, question)
        case (.quotientFamilial, _), (.taxIncome, _), (.jobSeeker, _), (.health, _), (.student, _),
            (.complementaryCover, _):
            throw .factMissing(question.label)
        }
    }

    /// The last day of the right that `claims` state without its end; nil for none.
    func rightsEnd(_ claims: Claims) -> Day? {
        switch self {
        case .quotientFamilial, .taxIncome, .jobSeeker, .complementaryCover: nil
        case .health(let facts):
            claims.day(.baseRightsOpenOn).flatMap { facts.period(on: $0)?.until }
        case .student(let facts): facts.rightsEnd(claims)
        }
    }
}

/// A stretch of time, both days included: of base rights, of an enrolment, of a grant.
package struct Period: Equatable, Sendable {
    package let from: Day
    package let until: Day

    package init(from: Day, until: Day) {
        self.from = from
        self.until = until
    }

    func contains(_ day: Day) -> Bool { from <= day && day <= until }
}
