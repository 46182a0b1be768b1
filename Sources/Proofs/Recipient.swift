internal import Wire

/// Who a justificatif is for, as the citizen named them: 1 to 100 bytes of UTF-8.
package struct Recipient: Hashable, Sendable {
    package let text: String

    /// Nil when the text is not exactly in the signed form (Spec/token.md 4.2).
    package init?(signedForm text: String) {
        guard
            Repertoire.spacedText(
                text, limit: Limits.recipientBytes, Repertoire.isRecipientScalar)
        else { return nil }
        self.text = text
    }

    /// A recipient as people write it, composed (NFC) first.
    package init(normalising text: String) throws(NameFault) {
        let composed = try Repertoire.composed(text, Repertoire.isRecipientScalar)
        guard composed.utf8.count <= Limits.recipientBytes else {
            throw .tooLong(limit: Limits.recipientBytes)
        }
        guard let recipient = Recipient(signedForm: composed) else {
            throw NameFault(ofForm: composed)
        }
        self = recipient
    }
}
