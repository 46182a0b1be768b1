/// ES modules as one script, so that a page of one file can hold them (Spec/guichet.md 4).
///
/// Each module becomes a function that returns what it exports. The modules keep to one form: an
/// import on one line, names without "as", and `export` before a declaration.
struct ScriptBundle {
    private(set) var text = "const modules = {};\n"

    init(_ files: [GuichetFile]) {
        for file in files { add(file) }
    }

    private mutating func add(_ file: GuichetFile) {
        var exported: [Substring] = []
        var lines: [String] = []
        for line in file.text.split(separator: "\n") {
            let start = line.drop { $0 == " " }
            if ScriptBundle.comment.contains(where: { start.hasPrefix($0) }) { continue }
            if start.hasPrefix("import {") {
                lines.append(ScriptBundle.importing(start))
            } else if start.hasPrefix("export ") {
                let declaration = start.dropFirst("export ".count)
                exported.append(ScriptBundle.declaredName(declaration))
                lines.append(String(declaration))
            } else {
                lines.append(String(start))
            }
        }
        text += "modules[\"./\(file.name)\"] = (() => {\n"
        text += lines.joined(separator: "\n")
        text += "\nreturn { \(exported.joined(separator: ", ")) };\n})();\n"
    }

    private static let comment = ["//", "/**", "*"]

    /// `import { a } from "./b.js";` as `const { a } = modules["./b.js"];`.
    private static func importing(_ line: Substring) -> String {
        let parts = line.split(separator: "\"")
        let names = parts[0].dropFirst("import ".count).prefix { $0 != "}" }
        return "const \(names)} = modules[\"\(parts[1])\"];"
    }

    /// The name behind `const`, `function`, `async function` or `class`.
    private static func declaredName(_ declaration: Substring) -> Substring {
        let words = declaration.split { " (=".contains($0) }
        return words[words[0] == "async" ? 2 : 1]
    }
}
