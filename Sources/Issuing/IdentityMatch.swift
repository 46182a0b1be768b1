internal import Proofs

/// Whether the person a data body answered for is the identified one (Spec/issuing.md).
///
/// Stricter than a search engine's idea of the same person: what is signed here speaks of nobody
/// else, so a doubt refuses.
enum IdentityMatch {
    /// Throws `identity-mismatch` with the fields in which the nearest person differs,
    /// `answer-malformed` where nobody agrees and a person could not be read, or
    /// `answer-without-person` when there is nobody to compare with and the body should name one.
    static func check(
        _ identity: PivotIdentity, against answer: Answer
    ) throws(IssuingRefusal) {
        let cut = answer.kind == .jobSeeker ? GivenNameMatch.franceTravailCut : nil
        let candidates = answer.persons.map { differences(identity, $0, cut: cut) }
        let closest = candidates.min { $0.count < $1.count }
        if let closest, closest.isEmpty { return }
        if let words = answer.unreadablePerson { throw .answerMalformed(words) }
        if let closest { throw .identityMismatch(closest) }
        guard !answer.kind.namesPersons else { throw .answerWithoutPerson }
    }

    private static func differences(
        _ identity: PivotIdentity, _ person: HeldPerson, cut: Int?
    ) -> [ClaimLabel] {
        var differing: [ClaimLabel] = []
        if !familyNameAgrees(identity.familyName, person) { differing.append(.familyName) }
        if !GivenNameMatch.agrees(identity.givenNames, held: person.givenNames, cut: cut) {
            differing.append(.firstGivenName)
        }
        if !birthDateAgrees(identity.birthDate, person.birthDate) { differing.append(.birthDate) }
        return differing
    }

    /// Some bodies store a birth name in the field of the usage name.
    private static func familyNameAgrees(_ name: Name?, _ person: HeldPerson) -> Bool {
        guard let name else { return NameFolding.folded(person.birthName ?? "").isEmpty }
        let folded = NameFolding.folded(name.text)
        return !folded.isEmpty
            && [person.birthName, person.usageName].contains {
                $0.map(NameFolding.folded) == folded
            }
    }

    private static func birthDateAgrees(_ date: PartialDate?, _ held: PartialDate?) -> Bool {
        guard let date, let held else { return false }
        return date.agrees(with: held)
    }
}
