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
        pages += 1
        // The back of a sheet costs the other pages nothing.
        if PageSearch.isBlank(pixels, header) { return [] }
        writtenPages += 1
        unsafe page.withPixels { page in _ = unsafe page.update(fromContentsOf: pixels) }
        let share = min(budget.pixels, ScanLimits.lookPixels)
        var search = CodeSearch(
            of: page.pixelCount, seeking: prefix, budget: WorkBudget(pixels: share))
        try search.search(page)
        _ = budget.spend(share - search.unspent)
        return search.found.texts
    }

    /// Told from one row in four: a code that can be read is darker than that.
    private static func isBlank(_ pixels: [UInt8], _ header: PageHeader) -> Bool {
        var dark = 0
        var seen = 0
        for row in stride(from: 0, to: header.height, by: 4) {
            let start = row * header.width
            dark += pixels[start..<(start + header.width)].count { $0 <= ScanLimits.darkGrey }
            seen += header.width
        }
        return dark < seen / ScanLimits.pixelsADarkOne
    }
}
