/// Why no page was made: the proof was good, this machine or the proof's size was in the way.
package enum PageFault: Error, Equatable, Sendable {
    /// The font is not installed; with the first folder looked at.
    case fontMissing(String)
    /// The font has no letter for a character of a name or a value.
    case letterMissing(Unicode.Scalar)
    /// cairo refused; with its own words.
    case drawing(String)
    /// The QR code could not be made, which for a verified token means that memory ran out.
    case code

    /// What to tell whoever asked for the page.
    package var message: String {
        switch self {
        case .fontMissing(let folder):
            "the font DejaVu Sans is not in \(folder); install fonts-dejavu-core"
        case .letterMissing(let scalar):
            "DejaVu Sans has no letter for U+\(String(scalar.value, radix: 16, uppercase: true)): "
                + "no PDF, since it would show a box; make the HTML page instead"
        case .drawing(let words): "the page cannot be drawn: \(words)"
        case .code: "the QR code of the page cannot be drawn"
        }
    }
}
