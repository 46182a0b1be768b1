/// The answer of `justificatif-reader`, the only bytes that come back from a picture.
///
/// ```
/// status   1 byte   0 read, 1 not-a-picture, 2 too-large, 3 damaged, 4 out-of-memory
/// count    1 byte   texts that follow, 0...8; 0 for any status but 0
/// count times:
///   length 2 bytes  big-endian, 0...4296
///   text   length bytes of UTF-8
/// ```
///
/// Nothing follows the last text. A document has such an answer for each page, one after the other;
/// one with a status other than 0 is the last, and may be 5, too-many-pages. The writing side is
/// AnswerBytes.swift of the program, which shares no code with this room; a test holds the two
/// together through the real program.
enum AnswerFormat {
    static let texts = 8
    static let textBytes = 4_296
    /// Pages of a document that are read.
    static let pages = 16
    /// The status after the last of them when there are more.
    static let tooManyPages: UInt8 = 5
    /// The longest answer: one byte more is enough to know a bad one.
    static let bytes = 2 + texts * (2 + textBytes)
}
