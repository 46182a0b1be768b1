internal import CPNG

extension QRCode {
    /// Light modules around the symbol, each side; ISO/IEC 18004 asks for 4.
    package static let quietZone = 4

    /// Pixels a module that a PNG may have; the upper end keeps version 40 below the reader's caps.
    package static let pixelsPerModuleRange = 1...32

    /// The PNG file of the symbol: 1-bit grey, quiet zone included, the same bytes each time.
    ///
    /// `dotsPerMetre` goes to the pHYs chunk; the default, 300 dots an inch, prints the default
    /// 6 pixels a module at 0.508 mm. No other ancillary chunk: nothing dates or names the file.
    /// Throws `pixelsPerModuleOutOfRange` or `outOfMemory`.
    package func png(
        pixelsPerModule: Int = 6, dotsPerMetre: UInt32 = 11811
    ) throws(QRImageFault) -> [UInt8] {
        guard Self.pixelsPerModuleRange.contains(pixelsPerModule) else {
            throw .pixelsPerModuleOutOfRange
        }
        let pixels = (side + 2 * Self.quietZone) * pixelsPerModule
        let rows = packedRows(pixels: pixels, pixelsPerModule: pixelsPerModule)
        let file = Self.file(
            rows: rows, pixels: pixels, repeats: pixelsPerModule, dotsPerMetre: dotsPerMetre)
        if file.isEmpty { throw .outOfMemory }
        return file
    }

    /// One packed row of pixels for each row of modules, quiet zone included; set bit = white.
    private func packedRows(pixels: Int, pixelsPerModule: Int) -> [UInt8] {
        let rowBytes = (pixels + 7) / 8
        var rows = [UInt8](repeating: 0xff, count: rowBytes * (side + 2 * Self.quietZone))
        for row in 0..<side {
            let start = (row + Self.quietZone) * rowBytes
            for column in 0..<side where isDark(row: row, column: column) {
                let left = (column + Self.quietZone) * pixelsPerModule
                for pixel in left..<(left + pixelsPerModule) {
                    rows[start + pixel / 8] &= ~(0x80 >> UInt8(pixel % 8))
                }
            }
        }
        return rows
    }

    /// The file, or nothing when libpng refused.
    private static func file(
        rows: [UInt8], pixels: Int, repeats: Int, dotsPerMetre: UInt32
    ) -> [UInt8] {
        // Above deflate's worst case: raw bytes with a filter byte a row, and as much as an eighth
        // more for stored blocks and IDAT heads, and the other chunks.
        let raw = pixels * ((pixels + 7) / 8 + 1)
        let capacity = raw + raw / 8 + 1024
        return unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            var memory = unsafe jpng_memory(
                bytes: buffer.baseAddress, capacity: capacity, length: 0)
            let written = unsafe rows.withUnsafeBufferPointer { rows in
                unsafe jpng_write_grey1(
                    rows.baseAddress, UInt32(pixels), UInt32(repeats), dotsPerMetre, &memory)
            }
            count = written == 1 ? unsafe memory.length : 0
        }
    }
}
