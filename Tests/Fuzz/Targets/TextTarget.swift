import Proofs
import Wire

/// Texts of tokens, base32, hexadecimal and references.
enum TextTarget: FuzzTarget {
    static let name = "text"

    static func examine(_ input: [UInt8]) throws {
        let text = String(decoding: input, as: UTF8.self)
        try examineBase32(input)
        try examineTokenText(text)
        try examineHexadecimal(text, input)
        if let reference = try? Reference(text: text) {
            let again = try? Reference(text: reference.description)
            try hold(again == reference, "a reference reads as itself")
        }
    }

    private static func examineBase32(_ input: [UInt8]) throws {
        if let decoded = try? Base32.decode(input.span, from: 0) {
            try hold(
                Array(Base32.encode(decoded).utf8) == input, "one sequence of bytes has one base32")
        }
        let encoded = Array(Base32.encode(input).utf8)
        let decoded = try Base32.decode(encoded.span, from: 0)
        try hold(decoded == input, "what base32 encodes it decodes")
    }

    private static func examineTokenText(_ text: String) throws {
        let trimmed = TokenText.trimmed(text)
        try hold(trimmed.utf8.count <= text.utf8.count, "trimming adds nothing")
        guard let token = try? TokenText.decode(text) else { return }
        try hold(token.count <= Limits.tokenBytes, "a text holds no more than a token may have")
        try hold(TokenText.encode(token).utf8.elementsEqual(text.utf8), "one token has one text")
        try hold(TokenText.origin(of: text) == .ours, "what decodes is ours")
        try hold(trimmed.utf8.elementsEqual(text.utf8), "a strict text has nothing to trim")
    }

    private static func examineHexadecimal(_ text: String, _ input: [UInt8]) throws {
        if let decoded = Hexadecimal.decode(text) {
            try hold(
                Hexadecimal.encode(decoded).utf8.elementsEqual(text.utf8),
                "one sequence of bytes has one hexadecimal form")
        }
        try hold(
            Hexadecimal.decode(Hexadecimal.encode(input)) == input, "hexadecimal comes back")
    }
}
