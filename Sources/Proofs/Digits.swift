/// A non-negative number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    switch width - digits.utf8.count {
    case ...0: return digits
    case 1: return "0" + digits
    case let lacking: return String(repeating: "0", count: lacking) + digits
    }
}

/// The numbers of a text made of digit groups of fixed widths, as `2026-11-02` is 4, 2, 2.
func digits(
    _ text: some StringProtocol, widths: [Int], separator: Character
) -> [Int]? {
    let groups = text.split(separator: separator, omittingEmptySubsequences: false)
    guard groups.count == widths.count else { return nil }
    var numbers: [Int] = []
    for (group, width) in zip(groups, widths) {
        guard group.utf8.count == width, group.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(group)
        else { return nil }
        numbers.append(number)
    }
    return numbers
}
