/// What a picture may cost; each cap is checked before the work it bounds (Spec/spool.md, "Caps").
package enum ScanLimits {
    /// Bytes of a picture file, 32 MiB.
    package static let fileBytes = 32 << 20
    /// Pixels of a picture; an A4 page at 600 dots an inch has 34.8 million.
    package static let pixels = 40_000_000
    /// Pixels that a JPEG may announce: 200-megapixel telephones are sold.
    ///
    /// It is decoded at a half or a quarter of its sides to come below `pixels`.
    package static let announcedPixels = 200_000_000
    /// Pixels of one side of a picture.
    package static let sidePixels = 20_000
    /// Whether a picture of this size is decoded.
    static func allow(width: Int, height: Int) -> Bool {
        width <= sidePixels && height <= sidePixels && width * height <= pixels
    }
    /// Texts given back for one picture.
    package static let texts = 8
    /// UTF-8 bytes of one text, the most alphanumeric characters a QR code holds.
    package static let textBytes = 4_296
    /// Pages of a document, blank ones included.
    package static let pages = 64
    /// Pages of a document that are not blank.
    package static let writtenPages = 32
    /// A page with fewer dark pixels than one in so many is blank: specks and the shadow of a fold.
    static let pixelsADarkOne = 4_096
    /// The lightest grey that is dark.
    static let darkGrey: UInt8 = 200
    /// Codes asked of the decoder at once: more than `texts`, since a code may be there twice.
    static let codes = 32
    /// Pixels up to which the plain look is worth its time: beyond, the picture is a page.
    static let plainPixels = 1_000_000
    /// Pixels of the picture that is worked on, an A4 page at 300 dots an inch; a larger one is
    /// halved first.
    static let workingPixels = 10_000_000
    /// Pixels above which a second look for more codes is made at half size.
    static let halvingPixels = 3_000_000
    /// Pixels looked at after the first two looks: two seconds where this was measured.
    static let lookPixels = 100_000_000
    /// The same for all pages of a document together.
    static let documentLookPixels = 300_000_000
}
