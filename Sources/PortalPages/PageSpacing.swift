internal import Explaining

/// Typography of a page: the spaces at which no line may break.
enum PageSpacing {
    static let noBreak = "\u{A0}"

    private static let space = UInt8(ascii: " ")

    /// The page with a no-break space between digits, as in a telephone number, and in French
    /// before `: ; ? ! » €` and behind `«`, outside of its tags.
    static func held(_ page: String, _ language: Language) -> String {
        let bytes = Array(page.utf8)
        var held: [UInt8] = []
        held.reserveCapacity(bytes.count + bytes.count / 32)
        var isInTag = false
        for (place, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "<") { isInTag = true }
            if byte == UInt8(ascii: ">") { isInTag = false }
            if byte == space, !isInTag,
                holds(bytes[..<place], bytes[(place + 1)...], language)
            {
                held += Array(noBreak.utf8)
            } else {
                held.append(byte)
            }
        }
        return String(decoding: held, as: UTF8.self)
    }

    private static func holds(
        _ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>, _ language: Language
    ) -> Bool {
        guard let last = before.last, let next = after.first else { return false }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        if digits.contains(last) && digits.contains(next) { return true }
        return language == .french && belongs(before, next, after)
    }

    /// Whether a French sign is on one side.
    private static func belongs(
        _ before: ArraySlice<UInt8>, _ next: UInt8, _ after: ArraySlice<UInt8>
    ) -> Bool {
        ":;?!".utf8.contains(next) || after.starts(with: "»".utf8) || after.starts(with: "€".utf8)
            || before.suffix(2).elementsEqual("«".utf8)
    }
}
