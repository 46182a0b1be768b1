/// What the reader says about one picture.
package enum PictureAnswer: Equatable, Sendable {
    /// Distinct texts of the codes found, 0...8 of at most 4,296 UTF-8 bytes, in the order found.
    case texts([String])
    /// The picture was not looked at.
    case unreadable(UnreadableReason)
}

/// Why a picture or a document was not looked at.
///
/// The raw value is the stable code for logs and verdicts.
package enum UnreadableReason: String, Sendable, CaseIterable {
    /// Neither PNG nor JPEG.
    case notAPicture = "not-a-picture"
    /// Beyond 32 MiB, 40 million pixels or 20,000 pixels a side.
    case tooLarge = "too-large"
    /// A PNG or JPEG that cannot be decoded.
    case damaged = "damaged"
    /// No memory for its pixels.
    case outOfMemory = "out-of-memory"
    /// A PDF of more than 16 pages.
    case tooManyPages = "too-many-pages"
    /// A PDF, and no `pdftoppm` on this machine to turn it into pictures.
    case pdfDisabled = "pdf-disabled"

    /// The reason of a status byte of `AnswerFormat`.
    init?(status: UInt8) {
        switch status {
        case 1: self = .notAPicture
        case 2: self = .tooLarge
        case 3: self = .damaged
        case 4: self = .outOfMemory
        default: return nil
        }
    }
}
