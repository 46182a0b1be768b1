internal import Explaining
internal import QRImage
internal import Reporting

/// The page as one HTML file: no script, nothing to load, readable by assistive tools
/// (Spec/page.md 5).
package enum HTMLPage {
    /// The bytes of the file, the same each time.
    package static func bytes(of content: PageContent) throws(PageFault) -> [UInt8] {
        let code = try content.code()
        return Array(document(content, code).utf8)
    }

    private static func document(_ content: PageContent, _ code: QRCode) -> String {
        """
        <!DOCTYPE html>
        <html lang="fr">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="\(HTMLStyle.policy)">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="robots" content="noindex">
        <title>\(HTMLText.escaped(content.title))</title>
        <style>\(HTMLStyle.sheet)</style>
        </head>
        <body>
        <header>\(element("p", content.issuer))</header>
        <main>
        \(element("h1", content.title))
        \(element("p", content.statement, style: "statement"))
        \(list(content.facts, style: "statement"))\(front(content, code))
        <p class="validity">\(element("strong", content.issued))
        \(element("strong", content.lastDay))</p>
        \(content.sections.map(section).joined())\(token(content))\(slip(content.slip))</main>
        </body>
        </html>

        """
    }

    /// The code beside what it says.
    private static func front(_ content: PageContent, _ code: QRCode) -> String {
        let image = code.svg(dotsPerModule: CodeSize.dotsPerModule(code))
        return """
            <div class="front">
            <figure>
            \(element("figcaption", PageWords.codeLabel))
            \(image)</figure>
            <section>
            \(element("h2", PageWords.values))
            \(pairs(content.values, style: "large"))\(pairs(content.details))</section>
            <section>
            \(element("h2", PageWords.person))
            \(pairs(content.person + content.recipientPair))</section>
            </div>
            """
    }

    private static func section(_ section: PageSection) -> String {
        let body =
            section.isList
            ? list(section.paragraphs)
            : section.paragraphs.map { element("p", $0) + "\n" }.joined()
        return "<section>\n\(element("h2", section.heading))\n\(body)</section>\n"
    }

    private static func token(_ content: PageContent) -> String {
        """
        <section>
        \(element("h2", PageWords.codeText))
        \(element("p", content.token, style: "token"))
        </section>

        """
    }

    private static func slip(_ slip: PageSlip) -> String {
        """
        <section class="slip">
        \(element("h2", slip.heading))
        \(slip.subject.map { element("p", $0) }.joined())
        <p>\(PageSlip.referenceLabel) \(element("strong", slip.reference, style: "reference"))</p>
        \(element("p", slip.advice))
        </section>

        """
    }
}

extension HTMLPage {
    private static func element(_ name: String, _ text: String, style: String? = nil) -> String {
        let style = style.map { " class=\"\($0)\"" } ?? ""
        return "<\(name)\(style)>\(HTMLText.escaped(text))</\(name)>"
    }

    private static func list(_ items: [String], style: String? = nil) -> String {
        guard !items.isEmpty else { return "" }
        let style = style.map { " class=\"\($0)\"" } ?? ""
        let items = items.map { element("li", $0) + "\n" }.joined()
        return "<ul\(style)>\n\(items)</ul>\n"
    }

    private static func pairs(_ pairs: [ClaimWords], style: String? = nil) -> String {
        guard !pairs.isEmpty else { return "" }
        let style = style.map { " class=\"\($0)\"" } ?? ""
        let rows = pairs.map {
            "<div>\(element("dt", $0.title))\(element("dd", $0.value))</div>\n"
        }
        return "<dl\(style)>\n\(rows.joined())</dl>\n"
    }
}
