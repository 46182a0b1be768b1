/// Finds a `default` in a switch over the cases of an enum: a case that is added later would fall
/// into it unseen.
///
/// Layout is checked by the formatter, so the cases of one switch have the indentation of its
/// `default`.
enum OpenSwitch {
    /// Subjects that are enums of Swift or of a library, and may grow without us.
    private static let foreign = ["generalCategory", "exitCode(for:"]

    /// Lines with a `default` beside a pattern that names a case.
    static func defaults(in source: SwiftSource) -> [Int] {
        source.code.indices.filter { line in
            source.code[line].contains(/^\s*default:/) && isOverAnEnum(line, source.code)
        }
    }

    private static func isOverAnEnum(_ line: Int, _ code: [String]) -> Bool {
        let indentation = code[line].prefix { $0 == " " }
        var names = false
        for above in code[..<line].reversed() where !above.allSatisfy({ $0 == " " }) {
            guard above.hasPrefix(indentation) else { return false }
            let text = above.dropFirst(indentation.count)
            if text.hasPrefix("case ") {
                // A constant of C, such as .SQLITE_BUSY, is no case.
                names = names || text.contains(/^case (let )?\(?(let )?\.[a-z]/)
            } else if text.hasPrefix("switch ") || text.contains(/^[^ ].* switch .*\{$/) {
                return names && !foreign.contains { text.contains($0) }
            }
        }
        return false
    }
}
