/// What tells a mail that begins with a text from what a scanner typed (Spec/wedge.md Y13).
extension TextSearch {
    /// Whether a person wrote it: words are behind a text, or signs of a page or a mail in it.
    func isWritten() -> Bool {
        hasSpaceBehindLineEnd
            || scalars.indices.contains { place in
                isSignOfPage(place) || mark(at: place).map { hasWords(behind: $0) } ?? false
            }
    }

    private var hasSpaceBehindLineEnd: Bool {
        guard let end = scalars.firstIndex(where: { (0x0A...0x0D).contains($0.value) })
        else { return false }
        return scalars[end...].contains(" ")
    }

    /// A tag, a reference or a broken line, or a sign of quotation at the beginning of a line.
    private func isSignOfPage(_ place: Int) -> Bool {
        switch scalars[place] {
        case "<", "&", "=", "-": passedOver(at: place) > 0
        case ">", "|": place > 0 && isLineEnd(place - 1)
        default: false
        }
    }

    /// Whether a complete text is behind this mark, and behind that something else than a code.
    private func hasWords(behind mark: Mark) -> Bool {
        guard let end = endOfComplete(behind: mark), let next = scalar(end), next != "\t",
            TextSearch.value(of: next) == nil,
            let words = scalars[end...].firstIndex(where: { !$0.properties.isWhitespace })
        else { return false }
        return !beginsCode(words)
    }

    /// Where a text ends that is complete, with nothing but what a scanner types between its
    /// characters.
    private func endOfComplete(behind mark: Mark) -> Int? {
        guard mark.version == "1" else { return nil }
        var body = String.UnicodeScalarView()
        var count = 0
        for place in scalars[mark.end...].indices {
            let scalar = scalars[place]
            if (0x09...0x0D).contains(scalar.value) { continue }
            guard TextSearch.value(of: scalar) != nil else { return nil }
            body.append(scalar)
            count += 1
            if TextSearch.isComplete(body, count) { return place + 1 }
        }
        return nil
    }

    /// Whether `https:`, `JF2:` or the like is here: the next code of a scanner.
    private func beginsCode(_ place: Int) -> Bool {
        let end = scalars[place...].firstIndex {
            !TextSearch.isLetter($0) && !("0"..."9").contains($0)
        }
        return end.map { scalars[$0] == ":" } ?? false
    }
}
