internal import CTurboJPEG

extension GreyPicture {
    /// Decodes a JPEG file; half a picture is a picture, since a signature decides in the end.
    static func decoded(jpeg bytes: [UInt8]) throws(PictureRefusal) -> GreyPicture {
        let decoder = try JPEGDecoder()
        let header = try decoder.header(of: bytes)
        let picture = try GreyPicture(width: header.width, height: header.height)
        if header.hasFourInks {
            let inks = try ByteBuffer(count: 4 * header.width * header.height)
            try unsafe inks.withBytes { (inks) throws(PictureRefusal) in
                try unsafe decoder.decode(bytes, header, as: TJPF_CMYK, into: inks)
                unsafe picture.withPixels { pixels in unsafe mix(inks, into: pixels) }
            }
        } else {
            try unsafe picture.withPixels { (pixels) throws(PictureRefusal) in
                try unsafe decoder.decode(bytes, header, as: TJPF_GRAY, into: pixels)
            }
        }
        return picture
    }

    /// Mixes four inks to grey, which TurboJPEG does not.
    ///
    /// 255 = no ink, as Adobe stores them and every writer met so far.
    private static func mix(
        _ inks: UnsafeMutableBufferPointer<UInt8>, into pixels: UnsafeMutableBufferPointer<UInt8>
    ) {
        for index in pixels.indices {
            let darkest = unsafe min(inks[4 * index], inks[4 * index + 1], inks[4 * index + 2])
            let black = unsafe inks[4 * index + 3]
            unsafe pixels[index] = UInt8(Int(darkest) * Int(black) / 255)
        }
    }
}
