/// Text from a signed list that a screen or a page will show.
package enum ShownText {
    /// Whether the text has no control character but the line end, and none that changes the
    /// direction of writing or takes no room.
    ///
    /// The characters are named and not looked up in a table of Unicode, whose next version could
    /// make two verifiers disagree about one list (Spec/lists.md 1).
    package static func isPlain(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy { $0 == "\n" || !isHidden($0.value) }
    }

    private static func isHidden(_ value: UInt32) -> Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x200B...0x200F, 0x2028...0x202E,
            0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
            true
        default: false
        }
    }
}
