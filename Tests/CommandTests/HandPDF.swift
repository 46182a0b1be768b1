import Foundation

/// A PDF as a copier makes it: each page a grey picture that covers it.
struct HandPDF {
    /// Pixels of a page, one byte each, in rows of `width`.
    struct Page {
        let width: Int
        let pixels: [UInt8]

        /// A white A4 page at 72 dots an inch, without anything on it.
        static let blank = Page(width: 595, pixels: Array(repeating: 255, count: 595 * 842))

        /// A picture file in the middle of a white A4 page, at 150 dots an inch.
        init(picture path: String) throws {
            let made = try Command.shell(
                "convert \(path) -background white -gravity center -extent 1240x1754 -depth 8 gray:-"
            )
            self.init(width: 1240, pixels: made.output)
        }

        init(width: Int, pixels: [UInt8]) {
            self.width = width
            self.pixels = pixels
        }
    }

    private(set) var bytes = Array("%PDF-1.4\n".utf8)
    private var offsets: [Int] = []

    init(_ pages: [Page]) {
        let kids = pages.indices.map { "\(3 + 3 * $0) 0 R" }.joined(separator: " ")
        add("<< /Type /Catalog /Pages 2 0 R >>")
        add("<< /Type /Pages /Count \(pages.count) /Kids [\(kids)] >>")
        for (index, page) in pages.enumerated() {
            let first = 3 + 3 * index
            add(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(first + 2) 0 R"
                    + " /Resources << /XObject << /I \(first + 1) 0 R >> >> >>")
            add(
                "<< /Type /XObject /Subtype /Image /Width \(page.width)"
                    + " /Height \(page.pixels.count / page.width) /ColorSpace /DeviceGray"
                    + " /BitsPerComponent 8 /Length \(page.pixels.count) >>",
                stream: page.pixels)
            let drawing = Array("q 595 0 0 842 0 0 cm /I Do Q".utf8)
            add("<< /Length \(drawing.count) >>", stream: drawing)
        }
        end()
    }

    private mutating func add(_ dictionary: String, stream: [UInt8]? = nil) {
        offsets.append(bytes.count)
        bytes += Array("\(offsets.count) 0 obj\n\(dictionary)\n".utf8)
        if let stream {
            bytes += Array("stream\n".utf8) + stream + Array("\nendstream\n".utf8)
        }
        bytes += Array("endobj\n".utf8)
    }

    private mutating func end() {
        let table = bytes.count
        let rows = offsets.map { String(format: "%010d 00000 n \n", $0) }.joined()
        bytes += Array(
            """
            xref
            0 \(offsets.count + 1)
            0000000000 65535 f \n\(rows)trailer
            << /Size \(offsets.count + 1) /Root 1 0 R >>
            startxref
            \(table)
            %%EOF

            """.utf8)
    }
}
