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
