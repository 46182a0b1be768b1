package import Explaining

/// Why no QR image was made.
package enum QRImageFault: Explained, Equatable {
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

    package var explanation: Explanation {
        switch self {
        case .emptyText:
            Explanation(
                "code-empty", .data,
                "code QR : il n’y a pas de texte à dessiner", "QR code: there is no text to draw")
        case .notAlphanumeric(let offset):
            Explanation(
                "code-character", .data,
                "code QR : un signe hors de 0-9 A-Z $%*+-./: et espace, à l’octet \(offset)",
                "QR code: a sign outside 0-9 A-Z $%*+-./: and space, at byte \(offset)")
        case .tooLong:
            Explanation(
                "code-too-long", .data,
                "code QR : le texte ne tient pas dans le plus grand code, la version 40",
                "QR code: the text does not fit the largest code, version 40")
        case .pixelsPerModuleOutOfRange:
            Explanation(
                "code-size", .data,
                "code QR : les pixels par module doivent être \(QRCode.pixelsPerModuleRange)",
                "QR code: the pixels per module must be \(QRCode.pixelsPerModuleRange)")
        case .outOfMemory:
            Explanation(
                "code-memory", .program,
                "code QR : pas assez de mémoire pour l’image",
                "QR code: not enough memory for the picture")
        }
    }
}
