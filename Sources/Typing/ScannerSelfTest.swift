internal import Wire

/// What the self-test code says, and what became of it on the way through a scanner
/// (Spec/wedge.md 5).
package enum ScannerSelfTest {
    /// Every character of a token, twice, and more than a packet of 64; never taken for a token.
    package static let text = "JF0:1" + alphabet + alphabet

    private static let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

    /// How the text begins as a scanner types it under one fault: both ways where machines differ.
    package static func beginnings(under fault: KeyboardFault) -> [String] {
        let choices = text.prefix(6).map { character in
            KeyboardFault.characters.firstIndex(of: String(character)).map { fault.typed[$0] } ?? ""
        }
        let most = choices.map(\.count).max() ?? 0
        return (0..<most).map { choice in
            String(choices.map { Array($0)[min(choice, $0.count - 1)] })
        }
    }

    /// Looks at what was typed by a scanner that read the self-test code once.
    package static func finding(on typed: String) -> ScannerFinding {
        let lines = typed.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        let body = TokenText.trimmed(lines)
        guard !body.isEmpty else { return .nothing }
        let joined = body.filter { $0 != "\n" && $0 != "\t" }
        let printed = joined.filter { !isControl($0) }
        guard let (fault, meant) = reading(of: printed), let start = meant.firstRange(of: "JF0:")
        else { return .unknown }
        if printed != joined { return .surrounded(fault, .controlCharacters) }
        let before = meant[..<start.lowerBound]
        if !before.isEmpty {
            return .surrounded(fault, isIdentifier(before) ? .identifier : .textBefore)
        }
        if meant == text + text { return ScannerFinding(fault, .typedTwice) }
        guard meant.hasPrefix(text) else { return .incomplete(count: meant.count, of: text.count) }
        guard meant == text else { return .surrounded(fault, .textBehind) }
        if joined.count < body.count { return ScannerFinding(fault, .inPackets) }
        switch lines.reversed().prefix(while: { $0 == "\n" }).count {
        case 0: return ScannerFinding(fault, lines.hasSuffix("\t") ? .tab : .missing)
        case 1: return ScannerFinding(fault, .good)
        default: return ScannerFinding(fault, .doubled)
        }
    }

    /// The fault under which the self-test is in it, and all of it with that fault undone.
    private static func reading(of typed: String) -> (KeyboardFault?, String)? {
        if typed.contains("JF0:") { return (nil, typed) }
        for fault in KeyboardFault.allCases {
            let meant = KeyboardTable(fault).undone(typed)
            if meant.contains("JF0:") { return (fault, meant) }
        }
        return nil
    }

    private static func isControl(_ character: Character) -> Bool {
        character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    }

    /// Whether it can be the identifier of a symbology, such as `]Q1`, whose bracket a keyboard
    /// that differs types as another sign.
    private static func isIdentifier(_ before: Substring) -> Bool {
        let characters = Array(before)
        return characters.count == 3 && !characters[0].isLetter && !characters[0].isNumber
            && characters[1].isLetter
    }
}

/// What became of the self-test text.
package enum ScannerFinding: Equatable, Sendable {
    case nothing
    /// Nothing in which the self-test is under any fault that is known.
    case unknown
    /// Characters were lost or added.
    case incomplete(count: Int, of: Int)
    /// The scanner adds something, of which this was found first.
    case surrounded(KeyboardFault?, Addition)
    case complete(KeyboardFault?, LineEnd)

    /// What a scanner adds to what it read.
    package enum Addition: String, CaseIterable, Sendable {
        /// The identifier of the symbology, such as `]Q1`.
        case identifier = "identifier"
        /// STX, ETX, GS or NUL, for one.
        case controlCharacters = "control-characters"
        case textBefore = "text-before"
        case textBehind = "text-behind"
    }

    /// How a complete text ended.
    package enum LineEnd: String, CaseIterable, Sendable {
        case good
        case missing
        case doubled
        case tab
        case inPackets = "in-packets"
        case typedTwice = "typed-twice"
    }

    init(_ fault: KeyboardFault?, _ lineEnd: LineEnd) {
        self = .complete(fault, lineEnd)
    }
}
