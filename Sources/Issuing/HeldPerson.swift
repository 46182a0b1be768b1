package import Proofs

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
