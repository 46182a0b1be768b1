internal import CZXing

/// One look at a picture for codes of one kind.
struct Look {
    let effort: jz_effort
    let symbology: jz_symbology

    /// For a code that fills a clean picture: a millisecond.
    static let plain = Look(effort: JZ_PLAIN, symbology: JZ_QR_CODE)
    /// For a scanned page: ten times as long.
    static let thorough = Look(effort: JZ_THOROUGH, symbology: JZ_QR_CODE)
    /// For other people's codes, so that they can be told foreign.
    static let dataMatrix = Look(effort: JZ_THOROUGH, symbology: JZ_DATA_MATRIX)

    /// Codes found, in the decoder's order.
    ///
    /// Throws `outOfMemory`, or `damaged` when the decoder fails in a way that it does not explain.
    func codes(in picture: borrowing GreyPicture) throws(PictureRefusal) -> [FoundCode] {
        let codes = try CodeList(reading: picture, by: self)
        return codes.all
    }
}

/// Owner of the codes that the decoder returned.
@safe
struct CodeList: ~Copyable {
    private var codes = unsafe jz_codes()
    private let symbology: jz_symbology

    init(reading picture: borrowing GreyPicture, by look: Look) throws(PictureRefusal) {
        var codes = unsafe jz_codes()
        let width = Int32(picture.width)
        let height = Int32(picture.height)
        let status = unsafe picture.withPixels { pixels in
            unsafe jz_read_codes(
                pixels.baseAddress, width, height, look.effort, look.symbology,
                Int32(ScanLimits.codes), &codes)
        }
        switch status {
        case JZ_OK: unsafe self.codes = unsafe codes
        case JZ_OUT_OF_MEMORY: throw .outOfMemory
        default: throw .damaged
        }
        symbology = look.symbology
    }

    deinit {
        var codes = unsafe codes
        unsafe jz_codes_free(&codes)
    }

    var all: [FoundCode] {
        unsafe UnsafeBufferPointer(start: codes.items, count: codes.count).map { code in
            let bytes = unsafe UnsafeBufferPointer(start: code.text, count: code.length)
            return FoundCode(
                text: unsafe String(decoding: bytes, as: UTF8.self),
                area: Int(unsafe code.area),
                box: unsafe Self.box(of: code),
                isQRCode: symbology == JZ_QR_CODE)
        }
    }

    private static func box(of code: jz_code) -> PictureBox {
        let left = Int(unsafe code.left)
        let top = Int(unsafe code.top)
        return PictureBox(
            columns: left..<max(left, Int(unsafe code.right)) + 1,
            rows: top..<max(top, Int(unsafe code.bottom)) + 1)
    }
}
