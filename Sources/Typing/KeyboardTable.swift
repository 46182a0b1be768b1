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

    /// What was meant by a text that begins with what a fault types for `JF1:` to `JF9:`, at once
    /// or behind an AIM identifier, which is taken off (Y4).
    ///
    /// Nothing else of it is asked, because a mangled body may well look like base32.
    static func undone(_ text: String) -> (fault: KeyboardFault, meant: String)? {
        let scalars = text.unicodeScalars[...]
        if let table = matching(scalars, among: all) { return (table.fault, table.undone(text)) }
        guard let first = scalars.first, !isLetterOrDigit(first) else { return nil }
        let rest = scalars.dropFirst(3)
        // Caps Lock alone is not put back, here no more than at the beginning of a text (Y3).
        return matching(rest, among: all.filter { $0.fault != .capsLock }).map {
            ($0.fault, $0.undone(String(rest)))
        }
    }

    private static func matching(
        _ scalars: Substring.UnicodeScalarView, among tables: [KeyboardTable]
    ) -> KeyboardTable? {
        tables.first { table in
            TypedText.isMarked(scalars.prefix(4).compactMap { table.meant[$0] })
        }
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "A"..."Z", "a"..."z", "0"..."9": true
        default: false
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
