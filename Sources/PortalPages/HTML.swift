internal import Reporting

/// A piece of a page.
///
/// Text that is put into it is escaped; only another piece is not.
package struct HTML: ExpressibleByStringInterpolation, Equatable, Sendable {
    /// Puts a page together.
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {}

        /// What is written in the source as it is.
        package mutating func appendLiteral(_ literal: String) { text += literal }

        /// A text, escaped.
        package mutating func appendInterpolation(_ text: String) {
            self.text += HTMLText.escaped(text)
        }

        /// A number in digits.
        package mutating func appendInterpolation(_ number: some BinaryInteger) {
            text += String(number)
        }

        /// Another piece as it is.
        package mutating func appendInterpolation(_ piece: HTML) { text += piece.text }

        /// Other pieces as they are, a line each.
        package mutating func appendInterpolation(_ pieces: [HTML]) {
            text += pieces.map(\.text).joined(separator: "\n")
        }
    }

    package let text: String

    package init(stringLiteral value: String) { text = value }

    package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }
}
