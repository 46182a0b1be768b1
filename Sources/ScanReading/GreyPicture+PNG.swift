internal import CPNG

extension GreyPicture {
    /// Decodes a PNG file, transparent pixels over white; half a PNG is `damaged`.
    static func decoded(png bytes: [UInt8]) throws(PictureRefusal) -> GreyPicture {
        // Our own look at the size comes first: a 1-bit picture of 30,000 a side is a small file
        // that libpng would gladly turn into 900 MB.
        let (width, height) = try announcedSize(png: bytes)
        let picture = try GreyPicture(width: width, height: height)
        let complete = unsafe PNGChunks.needed(of: bytes).withUnsafeBufferPointer { file in
            var decoder = PNGDecoder()
            return unsafe decoder.decode(file, into: picture)
        }
        guard complete else { throw .damaged }
        return picture
    }

    /// Width and height from IHDR, which must be the first chunk.
    private static func announcedSize(png bytes: [UInt8]) throws(PictureRefusal) -> (Int, Int) {
        let head = bytes.prefix(24)
        guard head.count == 24, head[8..<16].elementsEqual([0, 0, 0, 13] + Array("IHDR".utf8))
        else { throw .damaged }
        return (number(head[16..<20]), number(head[20..<24]))
    }

    private static func number(_ bigEndian: ArraySlice<UInt8>) -> Int {
        bigEndian.reduce(0) { $0 << 8 | Int($1) }
    }
}

/// Owner of libpng's simplified reader, which keeps its jumps and its messages to itself.
@safe
private struct PNGDecoder: ~Copyable {
    private var image = unsafe png_image()

    init() { unsafe image.version = UInt32(PNG_IMAGE_VERSION) }

    deinit {
        var image = unsafe image
        unsafe png_image_free(&image)
    }

    /// False when libpng refuses the file or finds another size than was announced.
    mutating func decode(
        _ file: UnsafeBufferPointer<UInt8>, into picture: borrowing GreyPicture
    ) -> Bool {
        guard unsafe png_image_begin_read_from_memory(&image, file.baseAddress, file.count) == 1,
            unsafe image.width == picture.width, unsafe image.height == picture.height
        else { return false }
        unsafe image.format = UInt32(PNG_FORMAT_GRAY)
        var white = png_color(red: 255, green: 255, blue: 255)
        return unsafe picture.withPixels { pixels in
            unsafe png_image_finish_read(&image, &white, pixels.baseAddress, 0, nil) == 1
        }
    }
}

/// The chunks of a PNG file that its pixels depend on.
enum PNGChunks {
    /// The file without anything but those: texts, profiles and names of programs are left out.
    ///
    /// libpng unpacks each of them, up to 8 MB from a few kB, before it says how large the picture
    /// is: a file of 7 MB holds it up for 15 seconds. It also takes memory for as much as a text
    /// announces, up to 2 GB, before it sees that the file has ended. A chunk of the needed ones
    /// that does not fit the file stays as it is, for libpng to refuse.
    static func needed(of file: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(file.count)
        var start = min(8, file.count)
        kept += file[..<start]
        while let end = end(ofChunkAt: start, in: file) {
            if isNeeded(chunkAt: start, in: file) { kept += file[start..<end] }
            start = end
        }
        let isNamed = file.count - start >= 8
        return isNamed && !isNeeded(chunkAt: start, in: file) ? kept : kept + file[start...]
    }

    /// Length, name, content and checksum: where the next chunk begins.
    private static func end(ofChunkAt start: Int, in file: [UInt8]) -> Int? {
        guard file.count - start >= 12 else { return nil }
        let length = file[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
        return length <= file.count - start - 12 ? start + 12 + length : nil
    }

    /// Those that every decoder must understand have a capital first; tRNS says what is
    /// transparent.
    private static func isNeeded(chunkAt start: Int, in file: [UInt8]) -> Bool {
        let name = file[(start + 4)..<(start + 8)]
        return name.first.map { $0 & 0x20 == 0 } == true || name.elementsEqual("tRNS".utf8)
    }
}
