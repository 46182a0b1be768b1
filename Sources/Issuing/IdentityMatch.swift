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

/// Whether the first given name is the first of those a body stores (Spec/issuing.md).
enum GivenNameMatch {
    /// France Travail keeps the first 13 characters of a given name.
    static let franceTravailCut = 13

    /// Nobody has more; a longer list is not read further.
    private static let greatestWordCount = 64

    /// Whether the first words of `held`, whole ones, are the first given name.
    ///
    /// So "Marie" is not « MARIE-MADELEINE », which is one word, but is in « MARIE MADELEINE ».
    /// An absent given name agrees with an absent one only. `cut` is the number of characters
    /// after which the body cuts a given name.
    static func agrees(_ names: GivenNames?, held: String?, cut: Int?) -> Bool {
        let held = held ?? ""
        guard let names else { return NameFolding.folded(held).isEmpty }
        let words = held.split(separator: " ").prefix(greatestWordCount)
        let beginnings = Set(
            words.indices.map { NameFolding.folded(words[...$0].joined(separator: " ")) })
        return names.matchingForms.contains { form in
            let folded = NameFolding.folded(form)
            guard !folded.isEmpty else { return false }
            if beginnings.contains(folded) { return true }
            return cut.map { agrees(form, folded, withCut: held, at: $0) } ?? false
        }
    }

    /// Cut before or after its ligatures were written out: either may have been done.
    private static func agrees(
        _ form: String, _ folded: String, withCut held: String, at cut: Int
    ) -> Bool {
        guard held.count == cut, folded.count > cut else { return false }
        let heldFolded = NameFolding.folded(held)
        return heldFolded == NameFolding.folded(String(form.prefix(cut)))
            || heldFolded == NameFolding.folded(String(folded.prefix(cut)))
    }
}
