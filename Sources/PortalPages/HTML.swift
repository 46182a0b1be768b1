package import Explaining
package import PortalRules
package import Proofs
internal import Reporting

/// A piece of a page, in every language of the pages at once (Spec/portal.md 2.2).
///
/// What it says is written as a pair, `\("Bonjour", "Hello")`; everything else is the same in both.
/// Text that is put into it is escaped; only another piece is not.
package struct HTML: ExpressibleByStringInterpolation, Equatable, Sendable {
    /// Puts a page together.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var french = ""
        fileprivate var english = ""

        package init(literalCapacity: Int, interpolationCount: Int) {}

        /// What is written in the source as it is.
        package mutating func appendLiteral(_ literal: String) { append(literal, literal) }

        /// A sentence in each language.
        package mutating func appendInterpolation(_ french: HTML, _ english: HTML) {
            append(french.french, english.english)
        }

        /// Words of a table in each language, escaped.
        package mutating func appendInterpolation(_ words: Wording) {
            append(HTMLText.escaped(words.french), HTMLText.escaped(words.english))
        }

        /// A text of the catalogue, escaped; marked where it is not in the language of the page.
        package mutating func appendInterpolation(_ text: CatalogueText) {
            let french = HTMLText.escaped(text.french)
            append(
                french,
                text.english.map { HTMLText.escaped($0) } ?? "<span lang=\"fr\">\(french)</span>")
        }

        /// A name, an address or a code, escaped.
        package mutating func appendInterpolation(_ text: String) {
            append(HTMLText.escaped(text), HTMLText.escaped(text))
        }

        /// A number in digits.
        package mutating func appendInterpolation(_ number: some BinaryInteger) {
            append(String(number), String(number))
        }

        /// « 1er novembre 2026 », "1 November 2026"; no line ends behind the day.
        package mutating func appendInterpolation(_ day: Day) {
            let words = [Language.french, .english].map { language in
                DateWords.day(day, language)
                    .replacing(" ", with: PageSpacing.noBreak, maxReplacements: 1)
            }
            append(words[0], words[1])
        }

        /// Another piece as it is.
        package mutating func appendInterpolation(_ piece: HTML) {
            append(piece.french, piece.english)
        }

        /// Other pieces as they are, a line each.
        package mutating func appendInterpolation(_ pieces: [HTML]) {
            append(
                pieces.map(\.french).joined(separator: "\n"),
                pieces.map(\.english).joined(separator: "\n"))
        }

        private mutating func append(_ french: String, _ english: String) {
            self.french += french
            self.english += english
        }
    }

    private let french: String
    private let english: String

    /// A piece without words.
    package init(stringLiteral value: String) {
        french = value
        english = value
    }

    package init(stringInterpolation: StringInterpolation) {
        french = stringInterpolation.french
        english = stringInterpolation.english
    }

    /// The piece in one language, with its no-break spaces, which nobody else writes.
    package func text(_ language: Language) -> String {
        PageSpacing.held(language(french, english), language)
    }
}
