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
