/// ES modules as one script, so that a page of one file can hold them (Spec/guichet.md 4).
///
/// They share one scope: imports and the word `export` are left out, so no two modules may declare
/// the same name at their top level; a browser would refuse the script. The modules keep to one
/// form: an import on one line, names without "as", and `export` before a declaration.
struct ScriptBundle {
    let text: String

    init(_ files: [GuichetFile]) {
        let lines = files.flatMap(\.lines).filter { !$0.hasPrefix("import {") }
        text = lines.map { line in
            line.hasPrefix("export ") ? line.dropFirst("export ".count) : line
        }.joined(separator: "\n")
    }
}
