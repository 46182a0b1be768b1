internal import CCairo
internal import Glibc

/// How a line of text is set; sizes in points of 1/72 inch.
struct TextStyle: Equatable {
    let size: Double
    let isBold: Bool

    /// From one baseline to the next, and what a line takes of the page.
    var lineHeight: Double { size * 1.375 }
    /// From the top of a line down to its baseline: the tallest letter of the repertoire, Ằ in
    /// bold, just fits, and the lowest, Ģ, fits below.
    var ascent: Double { size * 1.123 }

    static let issuer = TextStyle(size: 11, isBold: true)
    static let title = TextStyle(size: 20, isBold: true)
    static let statement = TextStyle(size: 13, isBold: false)
    static let heading = TextStyle(size: 11.5, isBold: true)
    static let label = TextStyle(size: 9.25, isBold: false)
    static let value = TextStyle(size: 16, isBold: true)
    /// A value of several that the sentences above have already.
    static let several = TextStyle(size: 10.5, isBold: false)
    static let detail = TextStyle(size: 12, isBold: true)
    static let validity = TextStyle(size: 12.5, isBold: true)
    static let body = TextStyle(size: 9.25, isBold: false)
    static let token = TextStyle(size: 6, isBold: false)
    static let reference = TextStyle(size: 17, isBold: true)
}

/// Owner of one font, read from its own file: fontconfig's settings, which differ between
/// machines and users, have no say in what a page looks like.
@safe
struct FontFace: ~Copyable {
    let face: OpaquePointer

    /// Where distributions put DejaVu; the first is Debian's fonts-dejavu-core.
    private static let folders = [
        "/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/dejavu-sans-fonts",
        "/usr/share/fonts/TTF", "/usr/share/fonts/dejavu",
    ]

    /// Throws `fontMissing` when no folder has a file of this name.
    init(file: String) throws(PageFault) {
        let paths = FontFace.folders.map { "\($0)/\(file)" }
        guard let path = paths.first(where: { unsafe access($0, R_OK) == 0 }) else {
            throw .fontMissing(FontFace.folders[0])
        }
        guard let pattern = unsafe FcPatternCreate() else { throw .drawing("out of memory") }
        unsafe FcPatternAddString(pattern, FC_FILE, path)
        unsafe FcPatternAddInteger(pattern, FC_INDEX, 0)
        unsafe self.face = cairo_ft_font_face_create_for_pattern(pattern)
        unsafe FcPatternDestroy(pattern)
    }

    deinit { unsafe cairo_font_face_destroy(face) }
}
