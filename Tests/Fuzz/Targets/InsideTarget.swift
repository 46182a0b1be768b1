import Proofs
import Wire

@testable import Typing

/// Pages, mails and other bytes with a text inside (Spec/wedge.md 1.1).
enum InsideTarget: FuzzTarget {
    static let name = "inside"

    static func examine(_ input: [UInt8]) throws {
        if let found = TypedText.texts(inOther: input) {
            try hold(!found.isEmpty, "other bytes have a text or none")
        }
        let text = String(decoding: input, as: UTF8.self)
        let found = TextSearch(text.unicodeScalars).texts()
        try found.forEach(examine)
        let count = found.reduce(0) { $0 + $1.utf8.count }
        try hold(count <= text.utf8.count, "a text has only what is there")
        try examineAround(text, TokenText.encode(token))
    }

    /// What is found is a text and nothing around it, and is found again by itself.
    private static func examine(_ text: String) throws {
        try hold(TokenText.origin(of: text) != .foreign, "what is found is ours")
        try hold((20...965).contains(text.utf8.count), "a text is neither short nor endless")
        let body = text.utf8.dropFirst(4)
        let isBase32 = body.allSatisfy { (0x41...0x5A).contains($0) || (0x32...0x37).contains($0) }
        try hold(isBase32, "a text is base32")
        try hold(TextSearch(text.unicodeScalars).texts() == [text], "a text is found again")
        try hold(TypedText.texts(in: text) == [text], "a text is taken as it is")
    }

    /// A whole text is found whatever is before and behind it, and whatever breaks its lines.
    private static func examineAround(_ noise: String, _ text: String) throws {
        // Closes a tag that is open, and belongs to nothing that is passed over.
        let (before, behind) = ("\(noise)>.\n", "\n.\(noise)")
        for broken in [text, "> \(text)", text.replacing("A", with: "A=\n> \u{AD}<wbr>&shy;")] {
            let found = TextSearch("\(before)\(broken)\(behind)".unicodeScalars).texts()
            try hold(found.contains(text), "a text is found inside another")
        }
    }

    /// With the head of a payload where a token has it, so that its length is known.
    private static let token: [UInt8] = {
        let payload = (0..<90).map { UInt8($0 &* 37 & 0xFF) }
        return [UInt8](repeating: 0x84, count: 16) + [0x58, 90] + payload
            + [UInt8](repeating: 0x40, count: 66)
    }()
}
