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

    /// The justificatif that these facts make.
    package var kind: JustificatifKind { facts.kind }
}
