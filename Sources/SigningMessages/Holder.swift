/// The person a justificatif is for, by the `sub` that names them at the identity provider.
///
/// It is never written down (Spec/signing.md 4).
package struct Holder: Hashable, Sendable {
    package let text: String

    /// Nil unless the text has 1 to 255 visible ASCII characters.
    package init?(_ text: String) {
        guard (1...255).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        self.text = text
    }
}

/// Names one form on which a person agrees, so that a reload never signs twice
/// (Spec/signing.md 5).
package struct RequestKey: Hashable, Sendable {
    package let text: String

    /// Nil unless the text has 22 to 64 of `A-Z a-z 0-9 - _`; it must be drawn at random.
    package init?(_ text: String) {
        guard (22...64).contains(text.utf8.count),
            text.utf8.allSatisfy({ byte in
                UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                    || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
                    || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
            })
        else { return nil }
        self.text = text
    }
}
