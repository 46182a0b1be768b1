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
