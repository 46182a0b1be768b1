internal import Wire

/// Text that a scanner typed as a keyboard does, or a person copied or put into a file
/// (Spec/wedge.md).
///
/// The named input step between such a text and the strict token. What a picture says does not go
/// through here: no keyboard was in between.
package enum TypedText {
    /// The texts in it: cut, repaired if it begins as a damaged `JF1:` to `JF9:`, found inside it
    /// if something else is before.
    ///
    /// X1 of Spec/token.md 3.1 is done here, once, for the whole (Y1); white space at the ends of
    /// what is cut (Y7) is taken off too. A good text comes back as it is but for that, and so does
    /// everything in which no text is known, or that begins with `JF1:` in another case: the strict
    /// token has an answer to that (Spec/token.md 3.1). Never empty.
    package static func texts(in typed: String) -> [String] {
        let text = TokenText.trimmed(typed)
        if TypedText.isMarked(text.unicodeScalars.prefix(4)) {
            if !hasUnseen(text) && !TextSearch(text.unicodeScalars).isWritten() { return cut(text) }
        } else if TokenText.origin(of: text) != .foreign {
            return [text]
        } else if let meant = KeyboardTable.undone(text)?.meant {
            return cut(meant)
        }
        let found = TextSearch(text.unicodeScalars).texts()
        return found.isEmpty ? [text] : found
    }

    /// The texts in bytes that are not the UTF-8 of a text: those of a scanner that sends control
    /// characters, or of a mail in another encoding (Spec/verdicts.md 2.1).
    ///
    /// Returns nil if there is none.
    package static func texts(inOther bytes: [UInt8]) -> [String]? {
        let decoded =
            String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        let text = TokenText.trimmed(TextSearch.seen(decoded))
        if TokenText.origin(of: text) == .foreign, let meant = KeyboardTable.undone(text)?.meant {
            return cut(meant)
        }
        let found = TextSearch(text.unicodeScalars).texts()
        return found.isEmpty ? nil : found
    }

    /// Whether an argument of a command is a text, and no name of a file (Spec/verdicts.md 2.1).
    package static func isText(_ argument: String) -> Bool {
        TokenText.origin(of: TokenText.trimmed(argument)) == .ours
            || !TextSearch(argument.unicodeScalars).texts().isEmpty
    }

    /// A message as it may be shown: the texts in it are cut behind their marks, since they hold a
    /// person's data.
    package static func withoutTexts(_ message: String) -> String {
        TextSearch(message.unicodeScalars).withoutTexts() ?? message
    }

    /// The fault that mangled the beginning of this text, if there is one.
    package static func fault(of typed: String) -> KeyboardFault? {
        KeyboardTable.undone(TokenText.trimmed(typed))?.fault
    }

    /// Whether there is something in it that editors put into a text and nobody sees (Y2).
    private static func hasUnseen(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0xA0, 0xAD, 0x2007, 0x200B...0x200F, 0x202A...0x202F, 0x2060...0x206F: true
            default: false
            }
        }
    }

    /// Without line ends and tabs, which come between packets of 64 characters and where a scanner
    /// ends; cut before each prefix but the first, where a line end is missing.
    ///
    /// Base32 has no colon, so that a prefix inside can only be the next text.
    private static func cut(_ text: String) -> [String] {
        if isWhole(text) { return [text] }
        let scalars = text.unicodeScalars.filter { !(0x09...0x0D).contains($0.value) }
        var texts: [String] = []
        var start = scalars.startIndex
        for (index, scalar) in zip(scalars.indices, scalars) where scalar == ":" {
            guard let prefix = scalars.index(index, offsetBy: -3, limitedBy: start),
                prefix > start, isMarked(scalars[prefix...index])
            else { continue }
            texts.append(TokenText.trimmed(String(scalars[start..<prefix])))
            start = prefix
        }
        return texts + [TokenText.trimmed(String(scalars[start...]))]
    }

    /// Whether there is nothing to take out or to cut, as in nearly every text.
    private static func isWhole(_ text: String) -> Bool {
        let bytes = text.utf8.span
        for place in bytes.indices {
            switch bytes[place] {
            case 0x09...0x0D: return false
            case UInt8(ascii: ":") where place != 3: return false
            default: break
            }
        }
        return true
    }

    /// Whether these four are `JF1:` to `JF9:`.
    static func isMarked(_ start: some Collection<Unicode.Scalar>) -> Bool {
        let four = Array(start)
        return four.count == 4 && four[0] == "J" && four[1] == "F" && ("1"..."9").contains(four[2])
            && four[3] == ":"
    }
}
