internal import Explaining

extension Wording {
    /// The line of a table of refusals as a sentence of its own.
    var asSentence: Wording {
        Wording(Wording.sentence(french), Wording.sentence(english))
    }

    private static func sentence(_ line: String) -> String {
        line.prefix(1).uppercased() + line.dropFirst() + "."
    }
}
