package import Explaining

/// Why a run of the vectors cannot go on: a file that is not a vector, or a verifier that does not
/// speak the protocol.
package struct VectorFault: Explained, Equatable, CustomStringConvertible {
    package let explanation: Explanation

    /// A fault of what `place` names, most often a file.
    init(_ place: String, _ french: String, _ english: String) {
        explanation = Explanation("vectors", .data, Wording(french, english).about(place))
    }

    /// A fault of the command under test.
    init(ofCommand french: String, _ english: String) {
        explanation = Explanation(
            "vector-command", .data, "la commande \(french)", "the command \(english)")
    }

    package var description: String { explanation.english }
}
