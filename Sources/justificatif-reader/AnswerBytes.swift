import ScanReading

// The writing side of the answer format; its description is in Siblings, AnswerFormat.swift, of
// which this program uses nothing: the one who distrusts and the distrusted share no code for it.

/// The answer for a picture that was read: at most 255 texts of at most 65,535 bytes, which
/// `ScanLimits` keeps far away.
func answerBytes(texts: [String]) -> [UInt8] {
    var bytes: [UInt8] = [0, UInt8(texts.count)]
    for text in texts {
        let length = UInt16(text.utf8.count)
        bytes.append(UInt8(length >> 8))
        bytes.append(UInt8(length & 0xff))
        bytes.append(contentsOf: text.utf8)
    }
    return bytes
}

/// The answer for a picture that was not looked at.
func answerBytes(refusal: PictureRefusal) -> [UInt8] {
    let status: UInt8 =
        switch refusal {
        case .notAPicture: 1
        case .tooLarge: 2
        case .damaged: 3
        case .outOfMemory: 4
        }
    return [status, 0]
}

/// In the place of the page after the last that is read.
let answerTooManyPages: [UInt8] = [5, 0]
