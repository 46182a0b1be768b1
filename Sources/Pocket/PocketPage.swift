package import Issuing
internal import JSONFields
package import Wire

/// The counter page as one HTML file, with a verifier and lists in it (Spec/guichet.md 4).
package struct PocketPage {
    /// The file of the roots, and the lists: a chain, a trust list, revocation lists.
    package let roots: [UInt8]
    package let lists: [[UInt8]]
    /// Names of the place of control, as a recipient.
    package let recipients: [String]
    /// Published scales, whose brackets the page puts into words.
    package let scales: [Scale]

    package init(
        roots: [UInt8], lists: [[UInt8]], recipients: [String], scales: [Scale]
    ) {
        self.roots = roots
        self.lists = lists
        self.recipients = recipients
        self.scales = scales
    }

    /// The practice sheet: one page of HTML to print (Spec/guichet.md 5).
    package static var practiceSheet: String { GuichetFile.named("sheet.html").text }

    /// The page.
    ///
    /// Its policy allows this style and this script, by their hashes, and no request.
    package func html(_ hasher: some Hashing) -> String {
        let style = GuichetFile.named("guichet.css").lines.joined(separator: "\n")
        let script = ScriptBundle(GuichetFile.all.filter { $0.name.hasSuffix(".js") }).text
        let policy =
            "default-src 'none'; script-src \(PocketPage.source(script, hasher)); "
            + "style-src \(PocketPage.source(style, hasher)); base-uri 'none'; form-action 'none'"
        let charset = "<meta charset=\"utf-8\">"
        return GuichetFile.named("index.html").lines.joined(separator: "\n")
            .replacing(
                charset,
                with: charset
                    + "\n<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">"
            )
            .replacing(
                "<link rel=\"stylesheet\" href=\"guichet.css\">",
                with: "<style>\(style)</style>"
            )
            .replacing(
                "<script type=\"module\" src=\"pocket.js\"></script>",
                with: "<script type=\"application/json\" id=\"pocket\">\(data)</script>\n"
                    + "<script type=\"module\">\(script)</script>")
    }

    /// JSON that cannot end the element around it.
    private var data: String {
        let object: JSONObject = [
            "roots": .string(Base64.encode(roots)),
            "files": .array(lists.map { .string(Base64.encode($0)) }),
            "recipients": .array(recipients.map { .string($0) }),
            "scales": .array(scales.map(PocketPage.object)),
        ]
        return JSONValue.object(object).line().replacing("<", with: "\\u003c")
    }

    /// What the page needs of a scale, in the words of its file (Spec/issuing.md 4).
    private static func object(_ scale: Scale) -> JSONValue {
        var object: JSONObject = [
            "scale": .string(scale.identifier),
            "brackets": .array(scale.brackets.map { .integer(Int64($0)) }),
        ]
        if let title = scale.title { object["title"] = .string(title) }
        return .object(object)
    }

    private static func source(_ text: String, _ hasher: some Hashing) -> String {
        "'sha256-\(Base64.encode(hasher.sha256(Array(text.utf8)).bytes))'"
    }
}

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

/// Base64 of RFC 4648 section 4, with padding.
enum Base64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits = group.reduce(0) { $0 << 8 | UInt32($1) }
            bits <<= 8 * UInt32(3 - group.count)
            for place in 0..<4 {
                let digit = Int(bits >> UInt32(18 - 6 * place) & 63)
                text.append(place <= group.count ? alphabet[digit] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
