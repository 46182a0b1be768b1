/// A way in which a scanner that types can disagree with the machine it types into
/// (Spec/wedge.md 2).
///
/// Each has a table, written as what is typed for `:`, for `0` to `9`, and for `A` to `Z`. Some
/// machines type one thing and others another, so that a place of the table may have two
/// characters.
package enum KeyboardFault: String, CaseIterable, Sendable {
    /// Scanner set to US English, machine French or Belgian (AZERTY).
    case azerty = "azerty"
    /// The same with Caps Lock on, which changes letters only (Linux).
    case azertyCapsLock = "azerty-caps-lock"
    /// The same with Caps Lock on, which works as Shift Lock (Windows).
    case azertyShiftLock = "azerty-shift-lock"
    /// Scanner and machine French or Belgian, Caps Lock on and working as Shift Lock.
    case frenchShiftLock = "french-shift-lock"
    /// Scanner set to US English, machine Swiss (QWERTZ), French or German.
    case qwertz = "qwertz"
    /// The same with Caps Lock on.
    case qwertzCapsLock = "qwertz-caps-lock"
    /// Only Caps Lock is on.
    case capsLock = "caps-lock"

    /// What is typed for each character, in the order of `KeyboardFault.characters`.
    ///
    /// Digits come without Shift and letters with it. On an AZERTY keyboard the key of the US `M`
    /// types `,` and `?`, that of `;` and `:` types `m` and `M`; Belgium has `§` and `!` where
    /// France has `-` and `_`.
    var typed: [String] {
        switch self {
        case .azerty: split("M à & é \" ' ( -§ è _! ç") + azertyLetters("?")
        case .azertyCapsLock: split("m à & é \" ' ( -§ è _! ç") + lower(azertyLetters("?"))
        case .azertyShiftLock: split("m 0 1 2 3 4 5 6 7 8 9") + lower(azertyLetters(",?"))
        case .frenchShiftLock: split("/ à & é \" ' ( -§ è _! ç") + lower(letters)
        case .qwertz: split("öé 0 1 2 3 4 5 6 7 8 9") + qwertzLetters
        case .qwertzCapsLock: split("öéÖÉ 0 1 2 3 4 5 6 7 8 9") + lower(qwertzLetters)
        case .capsLock: split(": 0 1 2 3 4 5 6 7 8 9") + lower(letters)
        }
    }

    /// All characters of a token, those of later versions, and the mark of the self-test.
    static let characters = split(": 0 1 2 3 4 5 6 7 8 9") + letters
}

private let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
private let qwertzLetters = "ABCDEFGHIJKLMNOPQRSTUVWXZY".map(String.init)

private func azertyLetters(_ typedForM: String) -> [String] {
    "QBCDEFGHIJKL".map(String.init) + [typedForM] + "NOPARSTUVZXYW".map(String.init)
}

private func lower(_ row: [String]) -> [String] { row.map { $0.lowercased() } }

private func split(_ row: String) -> [String] {
    row.split(separator: " ").map(String.init)
}

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
