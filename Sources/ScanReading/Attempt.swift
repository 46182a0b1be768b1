internal import CZXing

/// One way to look for codes in a picture.
enum Attempt {
    /// As it is: finds what a screen or a clean file shows, in a millisecond.
    case plain
    /// Harder, turned and at half size: a scanned page needs it, at ten times the time.
    case thorough

    /// From cheap to dear; none is made after one whose finds are sure.
    static let inOrder: [Attempt] = [.plain, .thorough]

    /// Codes found, in the decoder's order; throws `outOfMemory`, or `damaged` when the decoder
    /// fails in a way that it does not explain.
    func codes(in picture: borrowing GreyPicture) throws(PictureRefusal) -> [FoundCode] {
        let codes = try CodeList(reading: picture, effort: effort)
        return codes.all
    }

    private var effort: jz_effort {
        switch self {
        case .plain: JZ_PLAIN
        case .thorough: JZ_THOROUGH
        }
    }
}
