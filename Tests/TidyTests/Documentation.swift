/// Finds declarations that other rooms can see and that no docstring explains.
///
/// Stored properties, and initialisers that only keep what they are given, say enough by their
/// names. What a protocol asks for is explained where the protocol is.
enum Documentation {
    /// Lines on which a `package` or `public` declaration begins that lacks its docstring.
    static func missing(_ source: SwiftSource) -> [Int] {
        source.code.indices.filter { line in
            guard let declaration = Declaration(source.code[line]) else { return false }
            return needsOne(declaration, from: line, source.code) && !hasOne(line, source)
        }
    }

    private struct Declaration {
        let kind: String
        let name: String

        /// Nil for a line that declares nothing other rooms can see.
        init?(_ line: String) {
            let words = line.replacing(/@\S+|[a-z]+\(set\)/, with: "")
                .split { " :({".contains($0) }
                .map { $0.hasPrefix("<") ? String($0) : String($0.prefix { $0 != "<" }) }
            guard let access = words.first, ["package", "public"].contains(access),
                let place = words.firstIndex(where: Declaration.kinds.contains)
            else { return nil }
            kind = words[place]
            name = place + 1 < words.count ? words[place + 1] : ""
        }

        private static let kinds: Set<String> = [
            "func", "struct", "enum", "class", "actor", "protocol", "init", "init?", "var", "let",
            "subscript", "typealias", "extension",
        ]
    }

    private static func needsOne(
        _ declaration: Declaration, from line: Int, _ code: [String]
    ) -> Bool {
        if required.contains(declaration.name) { return false }
        return switch declaration.kind {
        case "let", "extension": false
        case "var": code[line].contains("{")
        case "init":
            code[line...].prefix(12).joined(separator: " ").prefix { $0 != "{" }.contains("throws")
        default: true
        }
    }

    /// What Comparable, Hashable, Collection, CustomStringConvertible, ParsableCommand and the
    /// protocol of our errors ask for.
    private static let required: Set<String> = [
        "==", "<", "hash", "startIndex", "endIndex", "place", "description", "run", "validate",
        "code", "explanation", "french", "english",
    ]

    private static func hasOne(_ line: Int, _ source: SwiftSource) -> Bool {
        var above = line - 1
        while above >= 0, source.code[above].contains(/^\s*@/) { above -= 1 }
        return above >= 0 && source.comments[above].contains(/^\s*\/\/\//)
    }
}
