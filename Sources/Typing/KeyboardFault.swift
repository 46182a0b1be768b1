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
