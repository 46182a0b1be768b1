internal import CCairo

/// Owner of a PDF document being drawn with cairo; lengths in points, y downwards from the top.
@safe
struct PDFCanvas: ~Copyable {
    private let surface: OpaquePointer
    private let context: OpaquePointer
    private let sink = ByteSink()
    private let regular: FontFace
    private let bold: FontFace

    /// A document of A4 pages.
    ///
    /// `created` is ISO 8601: with it and no clock, the same page has the same bytes.
    init(title: String, created: String) throws(PageFault) {
        let regular = try FontFace(file: "DejaVuSans.ttf")
        let bold = try FontFace(file: "DejaVuSans-Bold.ttf")
        self.regular = regular
        self.bold = bold
        let closure = unsafe Unmanaged.passUnretained(sink).toOpaque()
        unsafe surface = cairo_pdf_surface_create_for_stream(
            ByteSink.write, closure, A4.width, A4.height)
        // Later versions of the format hide objects in streams, where PDFUpdate does not find them.
        unsafe cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
        unsafe context = cairo_create(surface)
        unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        unsafe cairo_pdf_surface_set_metadata(
            surface, CAIRO_PDF_METADATA_CREATE_DATE, created)
    }

    deinit {
        unsafe cairo_destroy(context)
        unsafe cairo_surface_destroy(surface)
    }

    /// How far the text advances, spaces included.
    func width(_ text: String, _ style: TextStyle) -> Double {
        use(style)
        var extents = cairo_text_extents_t()
        unsafe cairo_text_extents(context, text, &extents)
        return extents.x_advance
    }

    /// The first character that the font has no letter for, and would show as a box.
    func firstWithoutLetter(in text: String, _ style: TextStyle) -> Unicode.Scalar? {
        use(style)
        let font = unsafe cairo_get_scaled_font(context)
        return text.unicodeScalars.first { scalar in
            var glyphs: UnsafeMutablePointer<cairo_glyph_t>?
            var count: Int32 = 0
            let letter = String(scalar)
            let status = unsafe cairo_scaled_font_text_to_glyphs(
                font, 0, 0, letter, Int32(letter.utf8.count), &glyphs, &count, nil, nil, nil)
            defer { unsafe cairo_glyph_free(glyphs) }
            guard status == CAIRO_STATUS_SUCCESS, count > 0, let glyph = unsafe glyphs?.pointee
            else { return true }
            return glyph.index == 0
        }
    }

    /// Sets one line of text, its baseline at `y`.
    func show(_ text: String, _ style: TextStyle, x: Double, y: Double) {
        use(style)
        unsafe cairo_move_to(context, x, y)
        unsafe cairo_show_text(context, text)
    }

    func begin(_ tag: String) { unsafe cairo_tag_begin(context, tag, nil) }
    func end(_ tag: String) { unsafe cairo_tag_end(context, tag) }

    /// Fills rectangles given in `unit`s from the top left of `box`, all as one shape, so that no
    /// seam shows between two that touch.
    ///
    /// They are recorded in whole units and scaled as one: cairo rounds to 1/256 of a point, and
    /// a module that juts out by so little would be printed a dot too wide.
    func fill(_ boxes: [Box], unit: Double, in box: Box) {
        var extents = cairo_rectangle_t(
            x: 0, y: 0, width: box.width / unit, height: box.height / unit)
        let recording = unsafe cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents)
        let drawing = unsafe cairo_create(recording)
        for box in boxes {
            unsafe cairo_rectangle(drawing, box.x, box.y, box.width, box.height)
        }
        unsafe cairo_fill(drawing)
        unsafe cairo_destroy(drawing)
        unsafe cairo_save(context)
        unsafe cairo_translate(context, box.x, box.y)
        unsafe cairo_scale(context, unit, unit)
        unsafe cairo_set_source_surface(context, recording, 0, 0)
        unsafe cairo_paint(context)
        unsafe cairo_restore(context)
        unsafe cairo_surface_destroy(recording)
    }

    /// Paints a PNG over `box`; nothing if cairo cannot read it, since a page is good without.
    func picture(png: [UInt8], in box: Box) {
        let source = ByteSource(png)
        let closure = unsafe Unmanaged.passUnretained(source).toOpaque()
        let picture = unsafe withExtendedLifetime(source) {
            unsafe cairo_image_surface_create_from_png_stream(ByteSource.read, closure)
        }
        defer { unsafe cairo_surface_destroy(picture) }
        guard unsafe cairo_surface_status(picture) == CAIRO_STATUS_SUCCESS else { return }
        let width = unsafe Double(cairo_image_surface_get_width(picture))
        let height = unsafe Double(cairo_image_surface_get_height(picture))
        unsafe cairo_save(context)
        unsafe cairo_translate(context, box.x, box.y)
        unsafe cairo_scale(context, box.width / width, box.height / height)
        unsafe cairo_set_source_surface(context, picture, 0, 0)
        // cairo 1.16 loses its place among the tags when it paints a picture without a shape.
        unsafe cairo_rectangle(context, 0, 0, width, height)
        unsafe cairo_fill(context)
        unsafe cairo_restore(context)
    }

    func frame(_ box: Box, width: Double) {
        unsafe cairo_set_line_width(context, width)
        unsafe cairo_rectangle(context, box.x, box.y, box.width, box.height)
        unsafe cairo_stroke(context)
    }

    func dashedLine(from x: Double, to end: Double, y: Double) {
        unsafe cairo_set_line_width(context, 0.8)
        unsafe cairo_set_dash(context, [4, 4], 2, 0)
        unsafe cairo_move_to(context, x, y)
        unsafe cairo_line_to(context, end, y)
        unsafe cairo_stroke(context)
        unsafe cairo_set_dash(context, nil, 0, 0)
    }

    func endPage() { unsafe cairo_show_page(context) }

    /// Ends the document and returns its bytes; throws cairo's first complaint.
    func finish() throws(PageFault) -> [UInt8] {
        unsafe cairo_surface_finish(surface)
        for status in unsafe [cairo_status(context), cairo_surface_status(surface)]
        where status != CAIRO_STATUS_SUCCESS {
            throw .drawing(unsafe String(cString: cairo_status_to_string(status)))
        }
        return sink.bytes
    }

    private func use(_ style: TextStyle) {
        unsafe cairo_set_font_face(context, style.isBold ? bold.face : regular.face)
        unsafe cairo_set_font_size(context, style.size)
    }
}

/// Where cairo writes the document.
final class ByteSink {
    private(set) var bytes: [UInt8] = []

    /// What cairo calls with each piece; `closure` is a sink that its caller keeps alive.
    static let write: cairo_write_func_t = { closure, data, length in
        guard let closure = unsafe closure, let data = unsafe data else {
            return CAIRO_STATUS_WRITE_ERROR
        }
        let sink = unsafe Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
        unsafe sink.bytes.append(
            contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
        return CAIRO_STATUS_SUCCESS
    }
}

/// Where cairo reads a picture from.
private final class ByteSource {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    /// What cairo calls for each piece; `closure` is a source that its caller keeps alive.
    static let read: cairo_read_func_t = { closure, data, length in
        guard let closure = unsafe closure, let data = unsafe data else {
            return CAIRO_STATUS_READ_ERROR
        }
        let source = unsafe Unmanaged<ByteSource>.fromOpaque(closure).takeUnretainedValue()
        let piece = source.rest.prefix(Int(length))
        guard piece.count == Int(length) else { return CAIRO_STATUS_READ_ERROR }
        _ = unsafe UnsafeMutableBufferPointer(start: data, count: piece.count)
            .update(fromContentsOf: piece)
        source.rest = source.rest.dropFirst(piece.count)
        return CAIRO_STATUS_SUCCESS
    }
}
