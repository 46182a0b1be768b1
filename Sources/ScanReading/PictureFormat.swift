/// The picture formats read, told apart by the first bytes of the file, never by a name.
enum PictureFormat {
    case png
    case jpeg
    case webP

    init?(of bytes: [UInt8]) {
        if bytes.starts(with: Self.pngSignature) {
            self = .png
        } else if bytes.starts(with: Self.jpegStart) {
            self = .jpeg
        } else if bytes.starts(with: Self.riff), bytes.dropFirst(8).starts(with: Self.webPName) {
            self = .webP
        } else {
            return nil
        }
    }

    private static let pngSignature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
    /// A RIFF file, whose length is between the two.
    private static let riff = Array("RIFF".utf8)
    private static let webPName = Array("WEBP".utf8)
    /// Start of image, and the first byte of whichever marker follows.
    private static let jpegStart: [UInt8] = [0xff, 0xd8, 0xff]
}

extension GreyPicture {
    /// Decodes a PNG, JPEG or WebP file; throws every case of `PictureRefusal`.
    init(file bytes: [UInt8]) throws(PictureRefusal) {
        switch PictureFormat(of: bytes) {
        case .png: self = try .decoded(png: bytes)
        case .jpeg: self = try .decoded(jpeg: bytes)
        case .webP: self = try .decoded(webP: bytes)
        case nil: throw .notAPicture
        }
    }
}
