/// What a page is written as.
package enum PageFormat: String, CaseIterable, Sendable {
    /// For print.
    case pdf
    /// For screens and screen readers: the accessible alternative of the PDF.
    case html

    /// By the end of a file's name; nil for any other.
    package init?(ofFile path: String) {
        guard let format = PageFormat.allCases.first(where: { path.hasSuffix(".\($0.rawValue)") })
        else { return nil }
        self = format
    }
}
