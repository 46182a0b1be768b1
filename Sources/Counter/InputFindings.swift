package import Siblings

/// What was found in an input before anything is judged.
package enum InputFindings: Equatable, Sendable {
    /// The texts of each page, trimmed once (Spec/verdicts.md 2.1).
    ///
    /// A text or a picture is one page.
    case pages([[String]])
    /// It was not looked at, or not to its end: a stable word says why.
    case unreadable(reason: String)
    /// The program that reads pictures is missing or failed.
    case failed(SiblingFault)

    /// All texts, page after page; none unless it was read.
    package var texts: [String] {
        if case .pages(let pages) = self { pages.flatMap(\.self) } else { [] }
    }
}
