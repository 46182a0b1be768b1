package import Explaining
internal import JSONFields

/// What is wrong with a lists folder, a list, roots or a public key, in one line.
package struct ListsFault: Explained, Equatable, CustomStringConvertible {
    package let explanation: Explanation

    init(_ code: String, _ place: String, _ words: Wording) {
        explanation = Explanation(code, .configuration, words.about(place))
    }

    /// The same of an error about something that `place` names.
    init(_ error: some Explained, at place: String) {
        self.init(error.explanation.code, place, error.explanation.words)
    }

    package var description: String { explanation.english }

    /// What `read` returns; what is wrong with a JSON file of ours is a matter of configuration.
    static func reading<Value>(
        _ read: () throws(JSONFault) -> Value
    ) throws(ListsFault) -> Value {
        do throws(JSONFault) { return try read() } catch { throw ListsFault(error) }
    }

    /// The same of an error that names its place.
    init(_ error: some Explained) {
        let row = error.explanation
        explanation = Explanation(row.code, .configuration, row.words)
    }
}
