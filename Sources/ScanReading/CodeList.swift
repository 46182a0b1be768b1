internal import CZXing

/// A code read in a picture.
struct FoundCode {
    let text: String
    /// Pixels between its corners, as the decoder saw them.
    let area: Int
    /// False for Data Matrix, which is read only to be told foreign.
    let isQRCode: Bool
}

/// Owner of the codes that the decoder returned.
@safe
struct CodeList: ~Copyable {
    private var codes = unsafe jz_codes()

    init(reading picture: borrowing GreyPicture, effort: jz_effort) throws(PictureRefusal) {
        var codes = unsafe jz_codes()
        let width = Int32(picture.width)
        let height = Int32(picture.height)
        let status = unsafe picture.withPixels { pixels in
            unsafe jz_read_codes(
                pixels.baseAddress, width, height, effort, Int32(ScanLimits.codes), &codes)
        }
        switch status {
        case JZ_OK: unsafe self.codes = unsafe codes
        case JZ_OUT_OF_MEMORY: throw .outOfMemory
        default: throw .damaged
        }
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
                isQRCode: unsafe code.is_qr_code == 1)
        }
    }
}
