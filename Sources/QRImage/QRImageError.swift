/// Why no QR image was made.
package enum QRImageError: Error, Equatable, Sendable {
    /// There is no text to draw.
    case emptyText
    /// A character outside `0-9 A-Z $%*+-./:` and space; the offset counts UTF-8 bytes.
    case notAlphanumeric(offset: Int)
    /// The text does not fit the largest symbol, version 40, at the asked correction.
    case tooLong
    /// `pixelsPerModule` is outside `QRCode.pixelsPerModuleRange`.
    case pixelsPerModuleOutOfRange
    /// A C library refused, which for checked arguments means that memory ran out.
    case outOfMemory
}
