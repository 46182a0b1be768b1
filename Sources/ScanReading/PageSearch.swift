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

/// The head of a page as pdftoppm writes it: a "raw PGM" of 8 bits (`P5`, width, height, 255).
package struct PageHeader: Equatable {
    package let width: Int
    package let height: Int

    /// Bytes after which a head that has not ended is none.
    package static let byteLimit = 32

    /// Reads one byte at a time from `next`, which returns nil at the end of the stream.
    ///
    /// Nothing, when there is no further page; throws `damaged` for what is no such head, and
    /// `tooLarge` beyond the caps of `ScanLimits`, so that no page is waited for in vain.
    package init?(from next: () -> UInt8?) throws(PictureRefusal) {
        guard let first = next() else { return nil }
        var head = [first]
        while head.count < PageHeader.byteLimit, let byte = next() {
            head.append(byte)
            let fields = PageHeader.fields(head)
            // The one white space after the fourth field is the last byte of the head.
            guard fields.count == 4, PageHeader.isSpace(byte) else { continue }
            guard fields[0] == "P5", fields[3] == "255", let width = Int(fields[1]),
                let height = Int(fields[2]), width > 0, height > 0
            else { throw .damaged }
            guard ScanLimits.allow(width: width, height: height) else { throw .tooLarge }
            self.width = width
            self.height = height
            return
        }
        throw .damaged
    }

    private static func fields(_ head: [UInt8]) -> [String] {
        head.split(whereSeparator: isSpace).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }
}
