internal import CTurboJPEG

/// Owner of a TurboJPEG decompressor, which keeps libjpeg's jumps to itself.
@safe
struct JPEGDecoder: ~Copyable {
    /// What the head of a file announces; 0 x 0 when it announces nothing usable.
    struct Header {
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

    func header(of bytes: [UInt8]) -> Header {
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
        return Header(
            width: Int(width), height: Int(height), hasFourInks: fourInks.contains(colours))
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
