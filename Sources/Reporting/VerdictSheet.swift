package import Explaining
package import Verification

/// A verdict as people read it, beside the object for programs (Spec/spool.md 11).
package struct VerdictSheet: Sendable {
    private let input: String
    private let whole: Verdict
    /// What is on each page, where there may be several.
    private let codes: [(page: Int, verdict: Verdict)]
    private let advice: Wording?
    private let language: Language

    /// `input` is what the file was called; `codes` are the verdicts of its pages, if there may be
    /// several; `advice` replaces that of the verdict.
    package init(
        _ verdict: Verdict, codes: [(page: Int, verdict: Verdict)], input: String,
        advice: Wording?, _ language: Language
    ) {
        whole = verdict
        self.codes = codes
        self.input = input
        self.advice = advice
        self.language = language
    }

    /// Plain text; the last line ends as well.
    package var text: String {
        var lines = heading.map { TerminalText.neutralised("\($0.title)\(colon)\($0.value)") }
        for (page, verdict) in parts {
            lines.append("")
            if let page { lines.append(self.page(page)) }
            lines += TerminalReport.lines(verdict, simulated: false, colour: false, language)
            // A terminal has it where there is a reason.
            if verdict.reason == nil { lines.append("  [\(verdict.code.rawValue)]") }
        }
        if let advice { lines.append("  \(advice(language))") }
        return lines.map { $0 + "\n" }.joined()
    }

    /// One HTML page, which asks for nothing and runs nothing.
    package var page: String {
        let title = HTMLText.escaped(TerminalText.neutralised(input))
        return """
            <!doctype html>
            <html lang="\(language("fr", "en"))">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
            style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width">
            <title>\(title)</title>
            <style>\(VerdictSheet.style)</style>
            </head>
            <body>
            \(table(heading))
            \(parts.map(section).joined(separator: "\n"))
            \(advice.map { "<p>\(set($0(language)))</p>\n" } ?? "")</body>
            </html>

            """
    }

    private static let style = """
        body{font:1rem/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}\
        h1{font-size:1.4rem;border-left:.5rem solid;padding-left:.75rem}\
        .green{border-color:#18753c}.red{border-color:#ce0500}.amber{border-color:#b34000}\
        .grey{border-color:#666}\
        th{text-align:left;font-weight:normal;padding-right:1.5rem;vertical-align:top}
        """

    private var parts: [(page: Int?, verdict: Verdict)] {
        codes.isEmpty ? [(nil, whole)] : codes.map { ($0.page, $0.verdict) }
    }

    private var heading: [ClaimWords] {
        [
            ClaimWords(title: language("Fichier", "File"), value: input),
            ClaimWords(
                title: language("Contrôlé le", "Checked on"),
                value: DateWords.instant(whole.checkedAt, language)),
        ]
    }

    private var colon: String { language(" : ", ": ") }

    private func page(_ number: Int) -> String { "Page \(number)" }

    private func section(_ page: Int?, _ verdict: Verdict) -> String {
        let words = VerdictWords(verdict, language)
        let family = verdict.code.family
        let sign = TerminalReport.mark(family).sign
        let rows = verdict.proof.map { TerminalReport.rows($0, language) } ?? []
        let code = ([verdict.code.rawValue] + [verdict.reason].compactMap(\.self))
            .joined(separator: ": ")
        let headline =
            (page.map { self.page($0) + colon } ?? "") + "\(sign) \(words.headline)"
        return [
            "<h1 class=\"\(family.rawValue)\">\(set(headline))</h1>",
            rows.isEmpty ? nil : table(rows),
            "<p>\(set(words.advice))</p>",
            words.cancellationsKnown.map { "<p>\(set($0))</p>" },
            "<p><code>\(HTMLText.escaped(code))</code></p>",
        ].compactMap(\.self).joined(separator: "\n")
    }

    private func table(_ rows: [ClaimWords]) -> String {
        let lines = rows.map { row in
            let value = HTMLText.escaped(TerminalText.neutralised(row.value))
            return "<tr><th scope=\"row\">\(set(row.title))</th><td>\(value)</td></tr>"
        }
        return "<table>\n\(lines.joined(separator: "\n"))\n</table>"
    }

    /// Words of ours for the page: French breaks no line before its signs.
    private func set(_ words: String) -> String {
        HTMLText.escaped(language(FrenchText.set(words), words))
    }
}
