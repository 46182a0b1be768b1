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
        let isBlank = PageSearch.isBlank(pixels)
        pages += 1
        writtenPages += isBlank ? 0 : 1
        // The back of a sheet costs the other pages nothing.
        let share = isBlank ? 0 : min(budget.pixels, ScanLimits.lookPixels)
        var search = CodeSearch(
            of: page.pixelCount, seeking: prefix, budget: WorkBudget(pixels: share))
        try search.search(page)
        _ = budget.spend(share - search.unspent)
        return search.found.texts
    }

    private static func isBlank(_ pixels: [UInt8]) -> Bool {
        pixels.count { $0 <= ScanLimits.darkGrey } < pixels.count / ScanLimits.pixelsADarkOne
    }
}
