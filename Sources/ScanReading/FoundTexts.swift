/// A code read in a picture.
struct FoundCode {
    let text: String
    /// Pixels between its corners, as the decoder saw them.
    let area: Int
    /// The pixels around its corners.
    let box: PictureBox
    /// False for Data Matrix, which is read only to be told foreign.
    let isQRCode: Bool
}

/// A rectangle of pixels, inside a picture or not.
struct PictureBox: Equatable {
    let columns: Range<Int>
    let rows: Range<Int>
}

/// The distinct texts of a picture, in the order found, within `ScanLimits`.
struct FoundTexts {
    private(set) var texts: [String] = []
    /// Whether one QR code covers half of the picture or more: nothing else was worth looking for.
    ///
    /// A smaller find is not enough. On an A4 page with two justificatifs, or ours and somebody's
    /// QR code or 2D-Doc, the plain attempt may see only one, and not ours.
    private(set) var isSure = false
    private var hasQRCode = false
    private let pixels: Int

    /// Nothing yet, in a picture of so many pixels.
    init(pixels: Int) {
        self.pixels = pixels
    }

    mutating func add(_ codes: [FoundCode]) {
        for code in codes {
            hasQRCode = hasQRCode || code.isQRCode
            isSure = isSure || code.isQRCode && code.area >= pixels / 2
            let text = Self.cut(code.text)
            if texts.count < ScanLimits.texts, !texts.contains(text) { texts.append(text) }
        }
    }

    /// Whether a QR code was found whose text begins so.
    func hasQRCode(beginningWith prefix: String) -> Bool {
        hasQRCode && texts.contains { $0.utf8.starts(with: prefix.utf8) }
    }

    /// At most `ScanLimits.textBytes` of the text, cut before a scalar.
    ///
    /// Only other people's codes are that long: cut, they are still told foreign, where dropping
    /// them would say "no code read".
    private static func cut(_ text: String) -> String {
        let bytes = text.utf8
        guard
            var end = bytes.index(
                bytes.startIndex, offsetBy: ScanLimits.textBytes, limitedBy: bytes.endIndex)
        else { return text }
        while end.samePosition(in: text.unicodeScalars) == nil { bytes.formIndex(before: &end) }
        return String(text[..<end])
    }
}
