/// Text on its way into lines, whose widths are only known one by one.
struct LineBreaking {
    private var words: ArraySlice<Substring>
    /// The last line ended inside a word, which goes on in the next.
    private(set) var isInsideWord = false

    /// Lines break at plain spaces only, so a space that must hold is U+00A0 or U+202F.
    init(_ text: String) {
        words = text.split(separator: " ")[...]
    }

    var isDone: Bool { words.isEmpty }

    /// The next line of at most `width`; a word that is wider alone is cut between characters.
    mutating func next(
        width: Double, _ style: TextStyle, _ canvas: borrowing PDFCanvas
    ) -> String {
        var line = ""
        isInsideWord = false
        while let word = words.first {
            let longer = line.isEmpty ? String(word) : "\(line) \(word)"
            guard canvas.width(longer, style) <= width else { break }
            line = longer
            words.removeFirst()
        }
        if line.isEmpty { line = cutFirstWord(width, style, canvas) }
        return line
    }

    /// As many characters as fit, and one at least.
    private mutating func cutFirstWord(
        _ width: Double, _ style: TextStyle, _ canvas: borrowing PDFCanvas
    ) -> String {
        guard let word = words.popFirst() else { return "" }
        var head = word.prefix(1)
        while head.count < word.count {
            let longer = word.prefix(head.count + 1)
            guard canvas.width(String(longer), style) <= width else { break }
            head = longer
        }
        let tail = word.dropFirst(head.count)
        if !tail.isEmpty {
            words = ([tail] + words)[...]
            isInsideWord = true
        }
        return String(head)
    }
}
