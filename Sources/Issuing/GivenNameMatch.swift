internal import Proofs

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
