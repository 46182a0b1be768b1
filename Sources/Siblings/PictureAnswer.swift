/// What the reader says about one picture.
package enum PictureAnswer: Equatable, Sendable {
    /// Distinct texts of the codes found, 0...8 of at most 4,296 UTF-8 bytes, in the order found.
    case texts([String])
    /// The picture was not looked at.
    case unreadable(UnreadableReason)
}

/// What the reader says about the pages of one document.
package enum DocumentAnswer: Equatable, Sendable {
    /// The texts of each page, in order, as of a picture; 1...64 pages.
    case pages([[String]])
    /// The document was not read to its end, so that nothing is known of it.
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
}
