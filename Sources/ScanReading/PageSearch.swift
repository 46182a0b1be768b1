/// Reads the codes of the pages of one document, which share a budget: a thick document costs no
/// more than a few difficult pages.
package struct PageSearch {
    private let prefix: String
    private var budget = WorkBudget(pixels: ScanLimits.documentLookPixels)
    private var pages = 0
    private var writtenPages = 0

    /// There were more pages than are read.
    package var hasTooManyPages: Bool {
        pages > ScanLimits.pages || writtenPages > ScanLimits.writtenPages
    }

    /// `prefix` is how the sought texts begin; see `texts(inPicture:seeking:)`.
    package init(seeking prefix: String) {
        self.prefix = prefix
    }

    /// The texts of a page of grey pixels, one byte each, 0 black, rows without padding.
    ///
    /// Throws `damaged` when there are not as many as the header says, `tooLarge`, `outOfMemory`.
    package mutating func texts(
        onPage pixels: [UInt8], _ header: PageHeader
    ) throws(PictureRefusal) -> [String] {
        let page = try GreyPicture(width: header.width, height: header.height)
        guard pixels.count == page.pixelCount else { throw .damaged }
        unsafe page.withPixels { page in _ = unsafe page.update(fromContentsOf: pixels) }
        return try texts(on: page)
    }

    /// The texts of the next page of a TIFF; nothing after the last, throws as `TIFFPages.next`.
    package mutating func texts(
        onNextOf pages: inout TIFFPages
    ) throws(PictureRefusal) -> [String]? {
        guard let page = try pages.next() else { return nil }
        return try texts(on: page)
    }

    private mutating func texts(
        on page: consuming GreyPicture
    ) throws(PictureRefusal) -> [String] {
        pages += 1
        // The back of a sheet costs the other pages nothing.
        if page.isBlank { return [] }
        writtenPages += 1
        let share = min(budget.pixels, ScanLimits.lookPixels)
        var search = CodeSearch(
            of: page.pixelCount, seeking: prefix, budget: WorkBudget(pixels: share))
        try search.search(page)
        _ = budget.spend(share - search.unspent)
        return search.found.texts
    }
}

extension GreyPicture {
    /// Told from one row in four: a code that can be read is darker than that.
    fileprivate var isBlank: Bool {
        var dark = 0
        var seen = 0
        unsafe withPixels { pixels in
            for row in stride(from: 0, to: height, by: 4) {
                for index in row * width..<(row + 1) * width
                where unsafe pixels[index] <= ScanLimits.darkGrey { dark += 1 }
                seen += width
            }
        }
        return dark < seen / ScanLimits.pixelsADarkOne
    }
}
