/// The language of screens; codes and JSON names are never translated.
package enum Language: String, CaseIterable, Sendable {
    case french = "fr"
    case english = "en"

    /// Picks one of two wordings.
    package func callAsFunction(
        _ french: @autoclosure () -> String, _ english: @autoclosure () -> String
    ) -> String {
        self == .french ? french() : english()
    }

    /// A line that names a value: `époque : 1`, `epoch: 1`.
    package func row(
        _ french: String, _ english: String, _ value: some CustomStringConvertible
    ) -> String {
        self("\(french) : \(value)", "\(english): \(value)")
    }
}
