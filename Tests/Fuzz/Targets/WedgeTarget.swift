internal import Wire

@testable import Typing

/// Texts that a scanner typed.
enum WedgeTarget: FuzzTarget {
    static let name = "wedge"

    static func examine(_ input: [UInt8]) throws {
        let typed = String(decoding: input, as: UTF8.self)
        let texts = TypedText.texts(in: typed)
        try hold(!texts.isEmpty, "every input has a text")
        _ = TypedText.fault(of: typed)
        _ = ScannerSelfTest.finding(on: typed)
        let trimmed = TokenText.trimmed(typed)
        if (try? TokenText.decode(trimmed)) != nil {
            try hold(texts == [trimmed], "a good text comes back as it is")
        }
        try examineFaults(TokenText.encode(Array(input.prefix(20))))
    }

    /// A token typed under any fault is the token again, but where only the case is wrong: to that
    /// the strict token has an answer.
    private static func examineFaults(_ token: String) throws {
        for fault in KeyboardFault.allCases {
            let typed = mangled(token, fault)
            guard TokenText.origin(of: typed) == .foreign else {
                try hold(TypedText.texts(in: typed) == [typed], "case is not repaired")
                continue
            }
            try hold(TypedText.texts(in: typed) == [token], "\(fault) is undone")
            try hold(
                TypedText.texts(in: typed + "\r\n" + typed + "\t") == [token, token],
                "\(fault) is undone for two texts")
        }
    }

    private static func mangled(_ token: String, _ fault: KeyboardFault) -> String {
        String(token.map { typed[fault]?[$0] ?? $0 })
    }

    /// What each fault makes of each character; the first where there are two.
    private static let typed: [KeyboardFault: [Character: Character]] = Dictionary(
        uniqueKeysWithValues: KeyboardFault.allCases.map { fault in
            let pairs = zip(KeyboardFault.characters, fault.typed).compactMap { meant, typed in
                meant.first.flatMap { meant in typed.first.map { (meant, $0) } }
            }
            return (fault, Dictionary(uniqueKeysWithValues: pairs))
        })
}
