internal import Explaining

/// Numbers as they are printed: « 14 320 € », « 1,5 ».
enum NumberWords {
    /// The narrow space that keeps a number on one line.
    private static let space = "\u{202F}"

    static func euros(_ amount: UInt64, _ language: Language) -> String {
        let digits = Array(String(amount))
        var groups = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { groups += space }
            groups.append(digit)
        }
        return language("\(groups)\u{A0}€", "€\(groups)")
    }

    /// Hundredths as a decimal without useless zeros.
    static func hundredths(_ number: UInt64, _ language: Language) -> String {
        let (whole, cents) = (number / 100, number % 100)
        let point = language(",", ".")
        if cents == 0 { return "\(whole)" }
        if cents.isMultiple(of: 10) { return "\(whole)\(point)\(cents / 10)" }
        return "\(whole)\(point)\(cents < 10 ? "0" : "")\(cents)"
    }
}
