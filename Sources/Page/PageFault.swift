package import Explaining

/// Why no page was made: the proof was good, this machine or the proof's size was in the way.
package enum PageFault: Explained, Equatable {
    /// The font is not installed; with the first folder looked at.
    case fontMissing(String)
    /// The font has no letter for a character of a name or a value.
    case letterMissing(Unicode.Scalar)
    /// cairo refused; with its own words.
    case drawing(String)
    /// The QR code could not be made, which for a verified token means that memory ran out.
    case code

    package var explanation: Explanation {
        switch self {
        case .fontMissing(let folder):
            Explanation(
                "font-missing", .configuration,
                "la police DejaVu Sans n’est pas dans \(folder) ; installez fonts-dejavu-core",
                "the font DejaVu Sans is not in \(folder); install fonts-dejavu-core")
        case .letterMissing(let scalar):
            .letterMissing("U+\(String(scalar.value, radix: 16, uppercase: true))")
        case .drawing(let words):
            Explanation(
                "page-not-drawn", .program,
                "la page ne peut pas être dessinée (cairo : \(words))",
                "the page cannot be drawn (cairo: \(words))")
        case .code:
            Explanation(
                "page-without-code", .program,
                "le code QR de la page ne peut pas être dessiné",
                "the QR code of the page cannot be drawn")
        }
    }
}

extension Explanation {
    fileprivate static func letterMissing(_ scalar: String) -> Explanation {
        Explanation(
            "letter-missing", .configuration,
            "DejaVu Sans n’a pas de lettre pour \(scalar) : pas de PDF, qui montrerait un carré ; "
                + "faites plutôt la page HTML",
            "DejaVu Sans has no letter for \(scalar): no PDF, since it would show a box; "
                + "make the HTML page instead")
    }
}
