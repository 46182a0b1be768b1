internal import CTIFF

/// Owner of a TIFF file, whose pages are read one after the other.
@safe
package struct TIFFPages: ~Copyable {
    private let file: OpaquePointer
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private var isBefore = true

    /// Once, before the process is confined.
    package static func prepare() { jt_prepare() }

    /// Throws `tooLarge` for more than `ScanLimits.fileBytes`, `damaged` for what is no TIFF.
    package init(of bytes: [UInt8]) throws(PictureRefusal) {
        guard bytes.count <= ScanLimits.fileBytes else { throw .tooLarge }
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
        _ = unsafe copy.update(fromContentsOf: bytes)
        guard let file = unsafe jt_open(copy.baseAddress, bytes.count) else {
            unsafe copy.deallocate()
            throw .damaged
        }
        unsafe self.file = unsafe file
        unsafe self.bytes = unsafe copy
    }

    deinit {
        unsafe jt_close(file)
        unsafe bytes.deallocate()
    }

    /// The next page; nothing after the last.
    ///
    /// Throws `damaged` for one that cannot be decoded to its end, `notAPicture` for a compression
    /// or colours that are not read (Spec/reading.md 2), `tooLarge`, `outOfMemory`.
    mutating func next() throws(PictureRefusal) -> GreyPicture? {
        if isBefore { isBefore = false } else if unsafe jt_next_page(file) == 0 { return nil }
        var (width, height) = (UInt32(0), UInt32(0))
        switch unsafe jt_page_size(file, &width, &height) {
        case JT_READY: break
        case JT_FOREIGN: throw .notAPicture
        default: throw .damaged
        }
        let page = try GreyPicture(width: Int(width), height: Int(height))
        let isWhole = unsafe page.withPixels { pixels in
            unsafe jt_draw_page(file, pixels.baseAddress) == 1
        }
        guard isWhole else { throw .damaged }
        return page
    }
}
