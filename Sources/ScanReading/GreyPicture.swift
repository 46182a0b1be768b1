/// A grey picture: one byte a pixel, 0 black, rows without padding.
struct GreyPicture: ~Copyable {
    let width: Int
    let height: Int
    private let pixels: ByteBuffer

    var pixelCount: Int { width * height }

    /// A black picture of a size that a file announces and nobody has judged yet.
    ///
    /// Throws `damaged` for an empty picture, `tooLarge` beyond the caps, `outOfMemory`.
    init(width: Int, height: Int) throws(PictureRefusal) {
        guard width > 0, height > 0 else { throw .damaged }
        guard ScanLimits.allow(width: width, height: height) else { throw .tooLarge }
        let pixels = try ByteBuffer(count: width * height)
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// Lends the pixels, `width * height` of them.
    func withPixels<Result: ~Copyable, Failure>(
        _ body: (UnsafeMutableBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe pixels.withBytes(body)
    }
}
