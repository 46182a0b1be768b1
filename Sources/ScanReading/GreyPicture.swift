internal import Glibc

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

extension GreyPicture {
    /// Covers the boxes with white, so that another look sees what they outshone.
    ///
    /// Marks of codes compete with one another when the decoder groups them: those of a code that
    /// was read may hide one that was not.
    func paintOut(_ codes: [FoundCode]) {
        unsafe withPixels { pixels in
            for code in codes {
                let columns = code.box.columns.clamped(to: 0..<width)
                for row in code.box.rows.clamped(to: 0..<height) where !columns.isEmpty {
                    let start = row * width + columns.lowerBound
                    unsafe pixels[start..<start + columns.count].update(repeating: 255)
                }
            }
        }
    }
}

/// Owner of zeroed bytes whose allocation may fail without a trap.
@safe
struct ByteBuffer: ~Copyable {
    private let bytes: UnsafeMutablePointer<UInt8>
    private let count: Int

    /// `count` is at least 1 and already bounded; throws `outOfMemory`.
    init(count: Int) throws(PictureRefusal) {
        guard let bytes = unsafe calloc(count, 1) else { throw .outOfMemory }
        unsafe self.bytes = bytes.assumingMemoryBound(to: UInt8.self)
        self.count = count
    }

    deinit { unsafe free(bytes) }

    func withBytes<Result: ~Copyable, Failure>(
        _ body: (UnsafeMutableBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe body(UnsafeMutableBufferPointer(start: bytes, count: count))
    }
}
