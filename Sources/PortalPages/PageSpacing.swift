internal import Explaining

/// Typography of a page: the spaces at which no line may break.
enum PageSpacing {
    static let noBreak = "\u{A0}"

    private static let space = UInt8(ascii: " ")

    /// The page with a no-break space between digits, as in a telephone number, behind a number of
    /// three digits at most that a word follows, as in « 24 heures », and in French before
    /// `: ; ? ! » €` and behind `«`, outside of its tags.
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
        if isDigit(last) && (isDigit(next) || isLetter(next) && endsShortNumber(before)) {
            return true
        }
        return language == .french && belongs(before, next, after)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Of ASCII, or of a word that begins with an accent.
    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == 0xC3
    }

    /// Whether it ends with a number of days, hours or euros: a year is longer.
    private static func endsShortNumber(_ before: ArraySlice<UInt8>) -> Bool {
        before.suffix(4).reversed().prefix { isDigit($0) }.count < 4
    }

    /// Whether a French sign is on one side.
    private static func belongs(
        _ before: ArraySlice<UInt8>, _ next: UInt8, _ after: ArraySlice<UInt8>
    ) -> Bool {
        ":;?!".utf8.contains(next) || after.starts(with: "»".utf8) || after.starts(with: "€".utf8)
            || before.suffix(2).elementsEqual("«".utf8)
    }
}
