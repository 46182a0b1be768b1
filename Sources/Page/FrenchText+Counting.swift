internal import Reporting

extension FrenchText {
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
