/// French typography of a page: the spaces at which no line may break.
enum FrenchSpacing {
    static let noBreak = "\u{A0}"

    private static let space = UInt8(ascii: " ")

    /// The page with a no-break space before `: ; ? ! » €`, behind `«` and between digits, as in a
    /// telephone number, outside of its tags.
    static func held(_ page: String) -> String {
        let bytes = Array(page.utf8)
        var held: [UInt8] = []
        held.reserveCapacity(bytes.count + bytes.count / 32)
        var isInTag = false
        for (place, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "<") { isInTag = true }
            if byte == UInt8(ascii: ">") { isInTag = false }
            if byte == space, !isInTag, holds(bytes[..<place], bytes[(place + 1)...]) {
                held += Array(noBreak.utf8)
            } else {
                held.append(byte)
            }
        }
        return String(decoding: held, as: UTF8.self)
    }

    private static func holds(_ before: ArraySlice<UInt8>, _ after: ArraySlice<UInt8>) -> Bool {
        guard let last = before.last, let next = after.first else { return false }
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        if ":;?!".utf8.contains(next) || digits.contains(last) && digits.contains(next) {
            return true
        }
        return after.starts(with: "»".utf8) || after.starts(with: "€".utf8)
            || before.suffix(2).elementsEqual("«".utf8)
    }
}
