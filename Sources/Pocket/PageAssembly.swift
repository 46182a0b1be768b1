internal import Issuing
internal import JSONFields
internal import Wire

/// The counter page as one HTML file: its style and its script in it, with their hashes, and data.
struct PageAssembly {
    /// Modules that only the page of one engine needs.
    private static let entries = ["pocket.js", "pairing.js", "server-engine.js", "server.js"]

    private let style: String
    private let script: String

    /// The page that begins in the last of `entries`, one or more of those above.
    init(_ entries: String...) {
        let others = Set(PageAssembly.entries).subtracting(entries)
        style = GuichetFile.joined(GuichetFile.named("guichet.css").lines)
        script =
            ScriptBundle(
                GuichetFile.all.filter { $0.name.hasSuffix(".js") && !others.contains($0.name) }
            ).text
    }

    /// What the page may run and wear: this script and this style, by their hashes.
    func sources(_ hasher: some Hashing) -> String {
        "script-src \(PageAssembly.source(script, hasher)); "
            + "style-src \(PageAssembly.source(style, hasher))"
    }

    /// The page with `head` behind its first line of head, and `data` for its script.
    func html(head: String, data: JSONObject) -> String {
        let charset = "<meta charset=\"utf-8\">"
        // JSON that cannot end the element around it.
        let json = JSONValue.object(data).line().replacing("<", with: "\\u003c")
        return GuichetFile.named("index.html").lines.joined(separator: "\n")
            .replacing(charset, with: charset + head)
            .replacing(
                "<link rel=\"stylesheet\" href=\"guichet.css\">",
                with: "<style>\(style)</style>"
            )
            .replacing(
                "<script type=\"module\" src=\"pocket.js\"></script>",
                with: "<script type=\"application/json\" id=\"pocket\">\(json)</script>\n"
                    + "<script type=\"module\">\(script)</script>")
    }

    /// What the page needs of scales, in the words of their files (Spec/issuing.md 4).
    static func objects(_ scales: [Scale]) -> JSONValue {
        .array(
            scales.map { scale in
                var object: JSONObject = [
                    "scale": .string(scale.identifier),
                    "brackets": .array(scale.brackets.map { .integer(Int64($0)) }),
                ]
                if let title = scale.title { object["title"] = .string(title) }
                return .object(object)
            })
    }

    private static func source(_ text: String, _ hasher: some Hashing) -> String {
        "'sha256-\(Base64.encode(hasher.sha256(Array(text.utf8)).bytes))'"
    }
}

/// ES modules as one script, so that a page of one file can hold them (Spec/guichet.md 4).
///
/// They share one scope: imports and the word `export` are left out, so no two modules may declare
/// the same name at their top level; a browser would refuse the script. The modules keep to one
/// form: an import on one line, names without "as", `export` before a declaration, and no text over
/// several lines.
struct ScriptBundle {
    let text: String

    init(_ files: [GuichetFile]) {
        let lines = files.flatMap(\.lines).filter { !$0.hasPrefix("import {") }
        text = GuichetFile.joined(
            lines.map { $0.hasPrefix("export ") ? $0.dropFirst("export ".count) : $0 })
    }
}
