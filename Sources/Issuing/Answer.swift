package import Explaining

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
