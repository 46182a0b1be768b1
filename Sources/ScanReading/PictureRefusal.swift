package import Explaining

/// Why a picture was not looked at; a picture without any code is no refusal.
package enum PictureRefusal: Explained, Equatable, CaseIterable {
    /// Neither PNG nor JPEG nor WebP by its first bytes; a TIFF in a compression or colours, or a
    /// WebP with movement, that is not read.
    case notAPicture
    /// Beyond a cap of `ScanLimits`: file bytes, pixels or side.
    case tooLarge
    /// It starts as one of them and cannot be decoded.
    case damaged
    /// No memory for its pixels.
    case outOfMemory

    package var explanation: Explanation {
        switch self {
        case .notAPicture:
            Explanation(
                "not-a-picture", .unread,
                "ce format n’est pas lu : enregistrez en PNG, JPEG ou PDF",
                "this format is not read: save as PNG, JPEG or PDF")
        case .tooLarge:
            Explanation(
                "picture-too-large", .unread, "l’image est trop grande",
                "the picture is too large")
        case .damaged:
            Explanation("damaged", .unread, "l’image est abîmée", "the picture is damaged")
        case .outOfMemory:
            Explanation(
                "no-memory", .program, "pas assez de mémoire pour l’image",
                "not enough memory for the picture")
        }
    }
}
