internal import Wire

/// Finds the texts of justificatifs inside another text: a page, a mail, what a scanner sends
/// around them (Spec/wedge.md 1.1).
///
/// Its cost grows with the length of the text: no character is passed over twice, but for one tag
/// behind each mark.
struct TextSearch {
    /// With fewer characters of base32 behind it a mark is only spoken of (Y12).
    private static let leastCharacters = 16
    /// What is between the brackets of a tag, in characters, its first one included.
    private static let tagCharacters = 511
    /// What French typography puts before a colon (Y9).
    private static let colonSpaces: [Unicode.Scalar] = [" ", "\u{A0}", "\u{2007}", "\u{202F}"]
    /// What is between `&` and `;`, in characters.
    private static let referenceCharacters = 31

    let scalars: [Unicode.Scalar]

    init(_ text: some Sequence<Unicode.Scalar>) {
        scalars = text.filter { !TextSearch.isUnseen($0) }
    }

    /// A text without what nobody sees (Y8).
    static func seen(_ text: String) -> String {
        String(text.unicodeScalars.filter { !isUnseen($0) })
    }

    /// `JF1:` to `JF9:` with the base32 behind them, in the order found; one may come twice.
    func texts() -> [String] { found().map(\.text) }

    /// The same with the base32 left out of what is around; nil if there is none.
    func withoutTexts() -> String? {
        let found = found()
        if found.isEmpty { return nil }
        var shown = String.UnicodeScalarView()
        var place = 0
        for one in found {
            shown += scalars[place..<one.body.lowerBound]
            shown.append("…")
            // White space behind it was passed over and is not of the text.
            let last = scalars[one.body].lastIndex { !$0.properties.isWhitespace }
            place = last.map { $0 + 1 } ?? one.body.upperBound
        }
        return String(shown + scalars[place...])
    }

    private func found() -> [(text: String, body: Range<Int>)] {
        var texts: [(text: String, body: Range<Int>)] = []
        var place = 0
        while place < scalars.count {
            guard let mark = mark(at: place) else {
                place += 1
                continue
            }
            let (body, end) = body(behind: mark)
            if body.unicodeScalars.count < TextSearch.leastCharacters {
                place = mark.end
            } else {
                texts.append(("JF\(mark.version):\(body)", mark.end..<end))
                place = end
            }
        }
        return texts
    }

    /// `JF1:` to `JF9:`, and where it ends.
    struct Mark {
        let version: Unicode.Scalar
        let end: Int
    }

    func mark(at place: Int) -> Mark? {
        guard scalar(place) == "J", scalar(place + 1) == "F",
            let version = scalar(place + 2), ("1"..."9").contains(version)
        else { return nil }
        let isSpaced = scalar(place + 3).map { TextSearch.colonSpaces.contains($0) } ?? false
        let colon = place + 3 + (isSpaced ? 1 : referenceCount(at: place + 3))
        return scalar(colon) == ":" ? Mark(version: version, end: colon + 1) : nil
    }

    /// The characters of base32 that belong to a mark, and where they end (Y10, Y11).
    private func body(behind mark: Mark) -> (text: String, end: Int) {
        var body = String.UnicodeScalarView()
        var (count, place) = (0, mark.end)
        while let scalar = scalar(place), count <= Limits.tokenCharacters - 4 {
            let passed = passedOver(at: place)
            if passed > 0 {
                if mark.version == "1", TextSearch.isComplete(body, count) { break }
                place += passed
            } else if TextSearch.value(of: scalar) != nil, self.mark(at: place) == nil {
                body.append(scalar)
                (count, place) = (count + 1, place + 1)
            } else {
                break
            }
        }
        return (String(body), place)
    }

    /// Whether the body of `count` characters is as long as its own bytes say.
    static func isComplete(_ body: String.UnicodeScalarView, _ count: Int) -> Bool {
        guard count > 30 else { return false }
        // Bits 125 to 154: bytes 16, 17 and 18 are 8 bits each behind the first three.
        let bits = body.dropFirst(25).prefix(6).reduce(0) { $0 << 5 | (value(of: $1) ?? 0) }
        let bytes: Int
        switch bits >> 19 & 0xFF {
        case 0x58: bytes = 84 + (bits >> 11 & 0xFF)
        case 0x59: bytes = 85 + (bits >> 3 & 0xFFFF)
        default: return false
        }
        return count >= (bytes * 8 + 4) / 5
    }

    /// How many characters from here on are one thing that is passed over (Y10).
    func passedOver(at place: Int) -> Int {
        guard let scalar = scalar(place) else { return 0 }
        switch scalar {
        case "<": return tagCount(at: place)
        case "&": return referenceCount(at: place)
        case "=", "-": return isLineEnd(place + 1) ? 1 + quotationCount(at: place + 1) : 0
        default:
            if isLineEnd(place) { return quotationCount(at: place) }
            return scalar.properties.isWhitespace ? 1 : 0
        }
    }

    /// A line end, and the white space and signs of quotation behind it.
    private func quotationCount(at place: Int) -> Int {
        var end = place + 1
        while let scalar = scalar(end),
            scalar == ">" || scalar == "|" || scalar.properties.isWhitespace
        {
            end += 1
        }
        return end - place
    }

    private func tagCount(at place: Int) -> Int {
        guard let first = scalar(place + 1),
            first == "/" || first == "!" || TextSearch.isLetter(first)
        else { return 0 }
        return count(from: place, atMost: TextSearch.tagCharacters, closedBy: ">") { $0 != "<" }
    }

    private func referenceCount(at place: Int) -> Int {
        guard scalar(place) == "&" else { return 0 }
        return count(from: place, atMost: TextSearch.referenceCharacters, closedBy: ";") {
            $0 == "#" || ("0"..."9").contains($0) || TextSearch.isLetter($0)
        }
    }

    /// One opening character, 1 to `most` allowed ones, and the closing one; 0 if it is not that.
    private func count(
        from place: Int, atMost most: Int, closedBy closing: Unicode.Scalar,
        _ isAllowed: (Unicode.Scalar) -> Bool
    ) -> Int {
        for length in 0...most {
            guard let scalar = scalar(place + 1 + length) else { return 0 }
            if scalar == closing { return length == 0 ? 0 : length + 2 }
            if !isAllowed(scalar) { return 0 }
        }
        return 0
    }

    func scalar(_ place: Int) -> Unicode.Scalar? {
        place < scalars.count ? scalars[place] : nil
    }

    func isLineEnd(_ place: Int) -> Bool {
        guard let scalar = scalar(place) else { return false }
        return switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar)
    }

    static func value(of scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "A"..."Z": Int(scalar.value) - 0x41
        case "2"..."7": Int(scalar.value) - 0x32 + 26
        default: nil
        }
    }

    /// Control characters, soft hyphens, and what has no width or only a direction (Y8).
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x08, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F, 0xAD, 0x200B...0x200F,
            0x202A...0x202E, 0x2060...0x206F, 0xFEFF:
            true
        default: false
        }
    }
}
