/// French typography of our own sentences.
enum FrenchText {
    /// Makes the spaces hold at which no line may break: before `: ; ? !`, inside guillemets, and
    /// in dates.
    ///
    /// Only for words of ours: what others signed is printed as it is.
    static func set(_ sentence: String) -> String {
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

    /// « d’octobre 2026 », « de novembre 2026 ».
    static func of(_ noun: String) -> String {
        let isVowel = noun.first.map { "aeiouyhéèê".contains($0) } ?? false
        return isVowel ? "d’\(noun)" : "de \(noun)"
    }

    /// Two to ten in letters, beyond in digits.
    static func count(_ number: Int) -> String {
        let words = ["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"]
        return words.indices.contains(number - 2) ? words[number - 2] : String(number)
    }
}
