/// Why a picture was not looked at; a picture without any code is no refusal.
package enum PictureRefusal: Error, Equatable, Sendable, CaseIterable {
    /// Neither PNG nor JPEG by its first bytes.
    case notAPicture
    /// Beyond a cap of `ScanLimits`: file bytes, pixels or side.
    case tooLarge
    /// It starts as a PNG or JPEG and cannot be decoded.
    case damaged
    /// No memory for its pixels.
    case outOfMemory
}
