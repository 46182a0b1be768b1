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

/// Owner of a TurboJPEG decompressor, which keeps libjpeg's jumps to itself.
@safe
struct JPEGDecoder: ~Copyable {
    /// What a file is decoded to; 0 x 0 when its head announces nothing usable.
    struct Header {
        /// In pixels of the decoded picture: all that are announced, or half or a quarter a side.
        let width: Int
        let height: Int
        /// CMYK or YCCK.
        let hasFourInks: Bool
    }

    private let handle: tjhandle

    init() throws(PictureRefusal) {
        guard let handle = unsafe tjInitDecompress() else { throw .outOfMemory }
        unsafe self.handle = unsafe handle
    }

    deinit { unsafe _ = tjDestroy(handle) }

    /// Throws `tooLarge` for a picture that is beyond the caps at a quarter of its sides too.
    func header(of bytes: [UInt8]) throws(PictureRefusal) -> Header {
        var width: Int32 = 0
        var height: Int32 = 0
        var subsampling: Int32 = 0
        var colours: Int32 = 0
        // The returned code is not asked: it says success for a file without any picture and
        // failure for a rare subsampling that decodes well to grey. The size tells both apart.
        _ = unsafe bytes.withUnsafeBufferPointer { file in
            unsafe tjDecompressHeader3(
                handle, file.baseAddress, UInt(file.count), &width, &height, &subsampling, &colours)
        }
        let fourInks = [Int32(TJCS_CMYK.rawValue), Int32(TJCS_YCCK.rawValue)]
        let (decodedWidth, decodedHeight) = try decodedSize(of: Int(width), Int(height))
        return Header(
            width: decodedWidth, height: decodedHeight, hasFourInks: fourInks.contains(colours))
    }

    /// A telephone of 48 megapixels and more is halved while it is decoded, as the search for codes
    /// would do with it anyway.
    private func decodedSize(
        of width: Int, _ height: Int
    ) throws(PictureRefusal) -> (width: Int, height: Int) {
        guard width * height <= ScanLimits.announcedPixels else { throw .tooLarge }
        for divisor in [1, 2, 4] {
            let decoded = ((width + divisor - 1) / divisor, (height + divisor - 1) / divisor)
            if ScanLimits.allow(width: decoded.0, height: decoded.1) { return decoded }
        }
        throw .tooLarge
    }

    /// Fills `pixels`, which has room for the header's size in `format`; throws `damaged`.
    func decode(
        _ bytes: [UInt8], _ header: Header, as format: TJPF,
        into pixels: UnsafeMutableBufferPointer<UInt8>
    ) throws(PictureRefusal) {
        // Progressive bombs: thousands of empty scans in a small file, each a pass over all pixels.
        let flags = TJFLAG_LIMITSCANS
        let result = unsafe bytes.withUnsafeBufferPointer { file in
            unsafe tjDecompress2(
                handle, file.baseAddress, UInt(file.count), pixels.baseAddress,
                Int32(header.width), 0, Int32(header.height), Int32(format.rawValue), flags)
        }
        if result == 0 { return }
        // A warning is a picture that ends early or has bad stretches: let the QR decoder judge.
        let isWarning = unsafe tjGetErrorCode(handle) == Int32(TJERR_WARNING.rawValue)
        if !isWarning { throw .damaged }
    }
}
