package import Proofs
package import Wire

/// A well-formed justificatif about which nothing is proved yet.
package struct UnverifiedToken: Sendable {
    package let bytes: [UInt8]
    package let message: SignedMessage
    package let reading: Justificatif.Reading

    /// Decodes a text of ours; offsets of errors count characters in the text until base32 is
    /// undone, then bytes of the token.
    package init(text: String) throws(DecodeError) {
        try self.init(bytes: TokenText.decode(text))
    }

    /// Decodes the bytes of a token (Spec/token.md 3.2 to 3.4).
    package init(bytes: [UInt8]) throws(DecodeError) {
        self.bytes = bytes
        let message = try SignedMessage(decoding: bytes, limit: Limits.tokenBytes)
        self.message = message
        do throws(DecodeError) {
            reading = try Justificatif.read(message.payload.span)
        } catch {
            throw DecodeError(error.code, at: message.payloadOffset + error.offset)
        }
    }
}
