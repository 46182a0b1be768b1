import TestSupport

/// A place in `Spec/` that a comment names, such as "Spec/lists.md 6.3".
struct SpecCitation: Hashable {
    let file: String
    /// "6.3"; nil if the whole file is meant.
    let section: String?

    /// Every citation in a comment, line ends and comment marks taken out first.
    static func all(in comments: [String]) -> Set<SpecCitation> {
        let text = comments.map { $0.replacing(/^\s*\/\/\/?\s*/, with: "") }.joined(separator: " ")
        let found = text.matches(of: /Spec\/([\w.\/-]*\w)(?: (\d+(?:\.\d+)*))?/)
        return Set(found.map { SpecCitation(file: String($0.1), section: $0.2.map(String.init)) })
    }

    /// Whether there is such a file or folder, with a heading of this number.
    var resolves: Bool {
        guard let section else {
            return SpecCitation.paths.contains { $0.hasPrefix("Spec/\(file)") }
        }
        guard let text = Checkout.text("Spec/\(file)") else { return false }
        return text.split(separator: "\n").contains { line in
            guard let heading = line.firstMatch(of: /^[#]+\s((?:\d+\.)*\d+)\.?\s/) else {
                return false
            }
            return heading.1 == section
        }
    }

    private static let paths = Checkout.files(below: "Spec")
}
