/// French typography of our own sentences.
package enum FrenchText {
    /// Makes the spaces hold at which no line may break: before `: ; ? !`, inside guillemets, and
    /// in dates.
    ///
    /// Only for words of ours: what others signed is printed as it is.
    package static func set(_ sentence: String) -> String {
        var text = ""
        for character in sentence {
            if text.last == " ", ":;?!»".contains(character) || endsDate(text, character) {
                text.removeLast()
                text.append("\u{A0}")
            }
            let holds = text.last.map { $0 == "«" || $0.isNumber } ?? false || text.hasSuffix("1er")
            text.append(character == " " && holds ? "\u{A0}" : character)
        }
        return text
    }

    /// Whether a number is a year after its month, and not a number after « le » or « de ».
    private static func endsDate(_ text: String, _ next: Character) -> Bool {
        guard next.isNumber, let word = text.split(separator: " ").last else { return false }
        return word.count > 2
    }
}
