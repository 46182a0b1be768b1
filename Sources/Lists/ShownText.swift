/// Text from a signed list that will stand on a screen or a page.
package enum ShownText {
    /// Whether the text has no control character but the line end, and none that changes the
    /// direction of writing or takes no room.
    package static func isPlain(_ text: String) -> Bool {
        !text.isEmpty
            && text.unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control: scalar == "\n"
                case .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
                    .unassigned:
                    false
                default: true
                }
            }
    }
}
