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
