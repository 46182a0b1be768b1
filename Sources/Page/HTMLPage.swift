internal import Explaining
internal import Lists
internal import QRImage
internal import Reporting
internal import Wire

/// The page as one HTML file: no script, nothing to load, readable by assistive tools
/// (Spec/page.md 5).
package enum HTMLPage {
    /// The bytes of the file, the same each time.
    package static func bytes(of content: PageContent) throws(PageFault) -> [UInt8] {
        let code = try content.code()
        return Array(document(content, code).utf8)
    }

    private static func document(_ content: PageContent, _ code: QRCode) -> String {
        let policy = HTMLStyle.policy(withLogo: content.logo != nil)
        return """
            <!DOCTYPE html>
            <html lang="fr">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex">
            <title>\(HTMLText.escaped(content.title))</title>
            <style>\(HTMLStyle.sheet)</style>
            </head>
            <body>
            <header>
            \(logo(content.logo))\(element("p", content.issuer, style: "issuer"))
            \(content.address.map { element("p", $0) + "\n" }.joined())</header>
            <main>
            \(element("h1", content.title))
            \(element("p", content.statement, style: "statement"))
            \(list(content.facts, style: "statement"))\(front(content, code))
            <p class="validity">\(element("strong", content.issued))
            \(element("strong", content.lastDay))
            \(HTMLText.escaped(content.reference))</p>
            \(content.sections.enumerated().map(section).joined())\(content.slip.map(slip) ?? "")\
            \(token(content))</main>
            </body>
            </html>

            """
    }

    /// Beside the name, which says what it shows.
    private static func logo(_ logo: Logo?) -> String {
        guard let logo else { return "" }
        return "<img class=\"logo\" alt=\"\" width=\"\(logo.width)\" height=\"\(logo.height)\" "
            + "src=\"data:image/png;base64,\(Base64.encode(logo.bytes))\">\n"
    }

    /// The code beside what it says.
    private static func front(_ content: PageContent, _ code: QRCode) -> String {
        let image = code.svg(dotsPerModule: CodeSize.dotsPerModule(code))
        return """
            <div class="front">
            <figure aria-labelledby="code">
            <figcaption id="code">\(HTMLText.escaped(PageWords.codeLabel))</figcaption>
            \(image)</figure>
            \(opening("contenu", PageWords.values))
            \(pairs(content.values, style: "large"))\(pairs(content.details))</section>
            \(opening("titulaire", PageWords.person))
            \(pairs(content.person + content.recipientPair))</section>
            </div>
            """
    }

    private static func section(_ number: Int, _ section: PageSection) -> String {
        let body =
            section.isList
            ? list(section.paragraphs)
            : section.paragraphs.map { element("p", $0) + "\n" }.joined()
        return "\(opening("section-\(number + 1)", section.heading))\n\(body)</section>\n"
    }

    /// Folded away: three hundred letters that a screen reader would spell.
    private static func token(_ content: PageContent) -> String {
        """
        <details>
        \(element("summary", PageWords.codeText))
        \(element("p", content.token, style: "token"))
        </details>

        """
    }

    private static func slip(_ slip: PageSlip) -> String {
        """
        \(opening("volet", slip.heading, style: "slip"))
        \(slip.subject.map { element("p", $0) }.joined())
        \(element("p", slip.reference, style: "reference"))
        \(element("p", slip.advice))
        </section>

        """
    }
}

extension HTMLPage {
    /// The beginning of a section that is named by its heading.
    private static func opening(_ name: String, _ heading: String, style: String? = nil) -> String {
        let style = style.map { " class=\"\($0)\"" } ?? ""
        return "<section\(style) aria-labelledby=\"\(name)\">\n"
            + "<h2 id=\"\(name)\">\(HTMLText.escaped(heading))</h2>"
    }

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
