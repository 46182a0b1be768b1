/// What was meant, for each character that is typed under one fault.
struct KeyboardTable: Sendable {
    let fault: KeyboardFault
    private let meant: [Unicode.Scalar: Unicode.Scalar]

    init(_ fault: KeyboardFault) {
        self.fault = fault
        let pairs = zip(KeyboardFault.characters, fault.typed).flatMap { meant, typed in
            typed.unicodeScalars.flatMap { typed in meant.unicodeScalars.map { (typed, $0) } }
        }
        // No character is typed for two: a test holds it for every table.
        self.meant = Dictionary(pairs) { first, _ in first }
    }

    private static let all = KeyboardFault.allCases.map(KeyboardTable.init)

    /// The table under which the text begins with `JF1:` to `JF9:`; nothing else of it is asked,
    /// because a mangled body may well look like base32.
    static func matching(_ text: String) -> KeyboardTable? {
        all.first { table in
            TypedText.isMarked(text.unicodeScalars.prefix(4).compactMap { table.meant[$0] })
        }
    }

    /// What was meant by all of it; line ends and tabs stay, and a character that nothing is typed
    /// for becomes one that no token has.
    func undone(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isLineEnd = (0x09...0x0D).contains(scalar.value)
            result.append(isLineEnd ? scalar : meant[scalar] ?? "\u{FFFD}")
        }
        return String(result)
    }
}
