package import Explaining
package import Proofs

/// What a data body said: the persons it said it of, and the facts.
package struct Answer: Equatable, Sendable {
    /// Any of them may be the identified person, as either of two allocataires or declarants.
    ///
    /// Empty where the body is asked with the identity and names nobody.
    package let persons: [HeldPerson]
    /// Why a person of the answer could not be read; nil where all could.
    ///
    /// Such a person agrees with nobody, and harms nobody else of the answer.
    package let unreadablePerson: Wording?
    package let facts: Facts

    package init(persons: [HeldPerson], unreadablePerson: Wording? = nil, facts: Facts) {
        self.persons = persons
        self.unreadablePerson = unreadablePerson
        self.facts = facts
    }

    /// The justificatif that these facts make.
    package var kind: JustificatifKind { facts.kind }
}

/// A person as a data body stores them: compared, never signed, so the texts stay as they came.
package struct HeldPerson: Equatable, Sendable {
    package var birthName: String?
    package var usageName: String?
    /// All given names, or those the body keeps, separated by spaces.
    package var givenNames: String?
    package var birthDate: PartialDate?

    package init(
        birthName: String?, usageName: String?, givenNames: String?, birthDate: PartialDate?
    ) {
        self.birthName = birthName
        self.usageName = usageName
        self.givenNames = givenNames
        self.birthDate = birthDate
    }

    /// Whether nothing is told of the person, as of the second declarant of one who lives alone.
    package var isBlank: Bool {
        birthName == nil && usageName == nil && givenNames == nil && birthDate == nil
    }
}
