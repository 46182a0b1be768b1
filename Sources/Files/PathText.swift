/// A path in a `String`.
///
/// Paths are bytes, and Swift's arguments are not: it replaces what is no UTF-8, and then opens
/// nothing. Here each such byte is one character of U+10FF80 to U+10FFFF, which nobody uses, so
/// that the path opens the same file again. The bytes of such a character are written that way
/// too: no two paths share a text.
package enum PathText {
    private static let escapes: ClosedRange<UInt32> = 0x10_FF80...0x10_FFFF
    /// What is added to a byte of 0x80 or more.
    private static let offset: UInt32 = 0x10_FF00

    /// The text that stands for these bytes.
    package static func text(of bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        var rest = bytes[...]
        while let byte = rest.first {
            if let scalar = firstScalar(of: rest), !escapes.contains(scalar.value) {
                text.append(scalar)
                rest = rest.dropFirst(UTF8.width(scalar))
            } else {
                text.append(Unicode.Scalar(offset + UInt32(byte)) ?? "\u{FFFD}")
                rest = rest.dropFirst()
            }
        }
        return String(text)
    }

    /// The bytes that a text stands for; its UTF-8, if no escape is in it.
    package static func bytes(of text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { scalar in
            escapes.contains(scalar.value)
                ? [UInt8(truncatingIfNeeded: scalar.value)] : Array(UTF8.encode(scalar) ?? .init())
        }
    }

    /// The same as C wants it.
    package static func cString(_ path: String) -> [CChar] {
        bytes(of: path).map { CChar(bitPattern: $0) } + [0]
    }

    /// No file system of Linux has a longer name, in bytes.
    private static let nameBytes = 255
    /// What is shown of a longer one, in characters.
    private static let shownOfLongName = 8

    /// For people and in JSON: bytes that are no UTF-8 as `%E9` (Spec/verdicts.md 3).
    ///
    /// A name that is longer than any is cut: it is the text of a justificatif, typed by a keyboard
    /// that differs, and holds a person's data.
    package static func shown(_ text: String) -> String {
        text.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
            .map { shown(name: $0) }.joined(separator: "/")
    }

    private static func shown(name: Substring.UnicodeScalarView) -> String {
        guard bytes(of: String(name)).count <= nameBytes else {
            return shown(name: name.prefix(shownOfLongName)) + "…"
        }
        var shown = ""
        for scalar in name {
            if escapes.contains(scalar.value) {
                shown +=
                    "%"
                    + String(UInt8(truncatingIfNeeded: scalar.value), radix: 16, uppercase: true)
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }

    private static func firstScalar(of bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
        var decoder = UTF8()
        var iterator = bytes.prefix(4).makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
        return scalar
    }
}
