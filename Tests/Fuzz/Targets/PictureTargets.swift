@testable import ScanReading

/// A PNG file, up to its pixels.
enum PNGTarget: FuzzTarget {
    static let name = "png"
    static var mutator: (any Mutator)? { PNGMutator() }

    static func examine(_ input: [UInt8]) throws {
        let needed = PNGChunks.needed(of: input)
        try hold(needed.count <= input.count, "leaving out adds nothing")
        try hold(PNGChunks.needed(of: needed) == needed, "there is nothing more to leave out")
        guard input.count >= 24 else { return }
        let announced = PictureSize(width: input[16..<20], height: input[20..<24])
        try examinePicture(input, announced)
    }
}

/// A JPEG file, up to its pixels.
enum JPEGTarget: FuzzTarget {
    static let name = "jpeg"
    static var mutator: (any Mutator)? { JPEGMutator() }

    static func examine(_ input: [UInt8]) throws {
        guard PictureFormat(of: input) == .jpeg else { return }
        let header = try JPEGDecoder().header(of: input)
        try examinePicture(input, PictureSize(width: header.width, height: header.height))
    }
}

/// A WebP file, up to its pixels.
enum WebPTarget: FuzzTarget {
    static let name = "webp"

    static func examine(_ input: [UInt8]) throws {
        guard PictureFormat(of: input) == .webP else { return }
        guard let picture = try? GreyPicture(file: input) else { return }
        try hold(PictureSize(picture.width, picture.height).isAllowed, "a limit limits")
    }
}

/// A TIFF file, page by page.
enum TIFFTarget: FuzzTarget {
    static let name = "tiff"

    static func examine(_ input: [UInt8]) throws {
        guard var pages = try? TIFFPages(of: input) else { return }
        for _ in 0..<ScanLimits.pages {
            guard let page = try? pages.next() else { return }
            try hold(PictureSize(page.width, page.height).isAllowed, "a limit limits")
        }
    }
}

/// The head of a page of a document.
enum PageTarget: FuzzTarget {
    static let name = "page"

    static func examine(_ input: [UInt8]) throws {
        var taken = 0
        let next = { () -> UInt8? in
            guard taken < input.count else { return nil }
            defer { taken += 1 }
            return input[taken]
        }
        let header = try? PageHeader(from: next)
        try hold(taken <= PageHeader.byteLimit, "no more is read than a head may have")
        guard let header else { return }
        try hold(header.width > 0 && header.height > 0, "a page has a size")
        try hold(PictureSize(header.width, header.height).isAllowed, "a limit limits")
    }
}

/// What a file says about its picture.
struct PictureSize {
    let width: Int
    let height: Int

    init(_ width: Int, _ height: Int) { (self.width, self.height) = (width, height) }

    init(width: Int, height: Int) { self.init(width, height) }

    init(width: ArraySlice<UInt8>, height: ArraySlice<UInt8>) {
        self.init(
            width.reduce(0) { $0 << 8 | Int($1) }, height.reduce(0) { $0 << 8 | Int($1) })
    }

    var isAllowed: Bool {
        width <= ScanLimits.sidePixels && height <= ScanLimits.sidePixels
            && width * height <= ScanLimits.pixels
    }

    /// Few enough pixels for many tries a second.
    var isSmall: Bool { width <= 4_096 && height <= 4_096 && width * height <= 1 << 18 }
}

/// Beyond the caps no pixel is asked for; a small picture is decoded to its end.
private func examinePicture(_ input: [UInt8], _ announced: PictureSize) throws {
    guard announced.isSmall || !announced.isAllowed else { return }
    do throws(PictureRefusal) {
        let picture = try GreyPicture(file: input)
        guard picture.width == announced.width, picture.height == announced.height,
            announced.isAllowed
        else { throw .tooLarge }
    } catch {
        try hold(error != .tooLarge || !announced.isAllowed, "a picture is as large as it says")
    }
}
