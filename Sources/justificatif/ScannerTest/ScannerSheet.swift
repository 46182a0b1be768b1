internal import Explaining
internal import QRImage
internal import Reporting
internal import Typing

/// The sheet for setting up a scanner: the test code, and what each wrong setting makes of it,
/// so that a text editor is all that is needed (Spec/wedge.md 5).
struct ScannerSheet {
    static let codeTitle: StaticString = "Code de test du lecteur / Scanner test code"

    private let words: ScannerWords
    private let language: String

    init(_ language: Language) {
        words = ScannerWords(language)
        self.language = language == .french ? "fr" : "en"
    }

    /// One file without script, with nothing to load; it prints on one A4.
    func html(_ code: QRCode) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(language)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(escaped(title))</title>
        <style>\(ScannerSheet.style)</style>
        </head>
        <body>
        <main>
        <h1>\(escaped(title))</h1>
        <figure>
        \(code.svg(title: ScannerSheet.codeTitle))</figure>
        <ol>
        \(steps.map { "<li>\(escaped($0))</li>\n" }.joined())</ol>
        <p>\(escaped(rightBeginning)) <code>\(escaped(start))</code> \(escaped(rightEnd))</p>
        \(table(beginsOtherwise, KeyboardFault.allCases.map(cells), style: "typed"))
        \(table(endsOtherwise, ends.map(cells), style: "end"))
        <p>\(escaped(nothingFits))</p>
        </main>
        </body>
        </html>

        """
    }

    /// What is seen, what it means, what to do.
    private typealias Row = (seen: String, wrong: String, remedy: String)

    private func cells(_ fault: KeyboardFault) -> Row {
        let seen = ScannerSelfTest.beginnings(under: fault).map { "\($0)…" }
        let (wrong, remedy) = words.words(fault)
        return (seen.joined(separator: words.say(" ou ", " or ")), wrong, remedy)
    }

    private func cells(_ end: (finding: ScannerFinding.LineEnd, seen: String)) -> Row {
        let (wrong, remedy) = words.words(end.finding)
        return (end.seen, wrong, remedy)
    }

    private func table(_ heading: String, _ rows: [Row], style: String) -> String {
        let body = rows.map { row in
            """
            <tr><th scope="row">\(escaped(row.seen))</th><td>\(escaped(row.wrong))</td>\
            <td>\(escaped(row.remedy))</td></tr>

            """
        }
        let titles = columns.map { "<th scope=\"col\">\(escaped($0))</th>" }.joined()
        return """
            <h2>\(escaped(heading))</h2>
            <table class="\(style)">
            <thead><tr>\(titles)</tr></thead>
            <tbody>
            \(body.joined())</tbody>
            </table>
            """
    }

    private func escaped(_ text: String) -> String { HTMLText.escaped(text) }
}

extension ScannerSheet {
    private var title: String { words.say("Test du lecteur de codes", "Scanner test") }

    private var steps: [String] {
        [
            words.say(
                "Sur le poste à essayer, ouvrez un éditeur de texte vide.",
                "On the machine to be tried, open an empty text editor."),
            words.say(
                "Scannez ce code une fois, avec le lecteur.", "Scan this code once."),
            words.say(
                "Comparez ce qui s’écrit avec cette feuille, ou faites-le comparer : "
                    + "justificatif scanner-test --check",
                "Compare what is typed with this sheet, or have it compared: "
                    + "justificatif scanner-test --check"),
            words.say(
                "Corrigez le réglage, effacez le texte et recommencez.",
                "Put the setting right, clear the text and start again."),
        ]
    }

    private var start: String { "\(ScannerSelfTest.text.prefix(12))…" }

    private var rightBeginning: String {
        words.say(
            "Tout va bien si le texte commence par", "All is well when the text begins with")
    }

    private var rightEnd: String {
        let count = ScannerSelfTest.text.count
        return words.say(
            "et tient en \(count) caractères sur une ligne, avec un seul retour à la ligne après.",
            "and has \(count) characters on one line, with one line end after it.")
    }

    private var beginsOtherwise: String {
        words.say("Si le début est différent", "If it begins otherwise")
    }

    private var endsOtherwise: String {
        words.say("Si la fin est différente", "If it ends otherwise")
    }

    private var columns: [String] {
        [
            words.say("Ce qui s’écrit", "What is typed"),
            words.say("Ce qui ne va pas", "What is wrong"),
            words.say("Que faire", "What to do"),
        ]
    }

    private var ends: [(finding: ScannerFinding.LineEnd, seen: String)] {
        [
            (.missing, words.say("le curseur reste au bout", "the cursor stays at the end")),
            (.doubled, words.say("une ligne vide de trop", "one empty line too many")),
            (.tab, words.say("un grand espace au bout", "a wide space at the end")),
            (.inPackets, words.say("plusieurs lignes", "several lines")),
            (.typedTwice, words.say("deux fois le texte", "the text twice")),
        ]
    }

    private var nothingFits: String {
        words.say(
            "Rien ne s’écrit, ou rien de tout cela : vérifiez que le lecteur est en mode clavier "
                + "(« USB keyboard »), ou passez-le en port série (« USB-COM »), où ces défauts "
                + "n’existent pas.",
            "Nothing is typed, or none of this: see that the scanner is in keyboard mode (USB "
                + "keyboard), or set it to a serial port (USB-COM), which has none of these faults."
        )
    }

    private static let style = """

        html { background: #fff; color: #000; font: 100%/1.4 "DejaVu Sans", Verdana, sans-serif; }
        body { margin: 0 auto; max-width: 48rem; padding: 1.5rem; overflow-wrap: anywhere; }
        h1 { font-size: 1.6rem; margin: 0 0 1rem; }
        h2 { clear: both; font-size: 1.1rem; margin: 1.25rem 0 0.25rem; }
        figure { float: right; margin: 0 0 1rem 1.5rem; }
        svg { display: block; }
        code, .typed tbody th { font-family: "DejaVu Sans Mono", monospace; font-weight: bold; }
        .end tbody th { font-weight: normal; }
        table { border-collapse: collapse; width: 100%; }
        th, td { border: 1px solid #000; padding: 0.25rem 0.5rem; text-align: left; }
        th, td { vertical-align: top; }
        th { width: 24%; }
        td { width: 38%; }
        tr { break-inside: avoid; }
        @media print {
          @page { margin: 13mm; size: A4; }
          html { font-size: 9pt; line-height: 1.3; }
          body { max-width: none; padding: 0; }
        }

        """
}
