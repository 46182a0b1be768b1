internal import Explaining
internal import Issuing
internal import JSONFields

/// The persons of an answer, each read by itself.
struct HeldPersons {
    private(set) var persons: [HeldPerson] = []
    /// What was wrong with the first that could not be read.
    private(set) var fault: Wording?

    /// Reads one more, if there is one.
    ///
    /// A person that cannot be read is noted and holds nobody else up.
    mutating func add(_ read: () throws(JSONFault) -> HeldPerson?) {
        do throws(JSONFault) {
            if let person = try read(), !person.isBlank { persons.append(person) }
        } catch {
            fault = fault ?? error.explanation.words
        }
    }

    /// The answer about these persons.
    func answer(_ facts: Facts) -> Answer {
        Answer(persons: persons, unreadablePerson: fault, facts: facts)
    }
}
