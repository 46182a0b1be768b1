internal import CCairo
internal import Glibc

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
