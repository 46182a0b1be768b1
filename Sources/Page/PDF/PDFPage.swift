internal import Lists
internal import QRImage

/// The page as a PDF for print: vector code, real text, structure tags (Spec/page.md 4).
package enum PDFPage {
    /// The bytes of the file, the same each time for the same proof and issuer's entry.
    ///
    /// Throws `letterMissing` rather than print a box in a person's name.
    package static func bytes(of content: PageContent) throws(PageFault) -> [UInt8] {
        let code = try content.code()
        let canvas = try PDFCanvas(title: content.title, created: content.created)
        for text in content.claimTexts {
            if let scalar = canvas.firstWithoutLetter(in: text, .detail) {
                throw .letterMissing(scalar)
            }
        }
        let layout = PageLayout(content, code, canvas)
        canvas.begin("Document")
        for page in layout.pages {
            draw(page, content, code, canvas)
            canvas.endPage()
        }
        canvas.end("Document")
        return try PDFUpdate.bytes(
            of: canvas.finish(), title: content.title, alternative: PageWords.codeAlternative)
    }

    private static func draw(
        _ page: LaidPage, _ content: PageContent, _ code: QRCode, _ canvas: borrowing PDFCanvas
    ) {
        var open: [String] = []
        for block in page.blocks {
            // A list stays open from one item to the next; every item is its own.
            let shared = block.tags.count > 1 && open.first == block.tags.first ? 1 : 0
            for tag in open.dropFirst(shared).reversed() { canvas.end(tag) }
            for tag in block.tags.dropFirst(shared) { canvas.begin(tag) }
            open = block.tags
            draw(block, content, code, canvas)
        }
        for tag in open.reversed() { canvas.end(tag) }
    }

    private static func draw(
        _ block: LaidBlock, _ content: PageContent, _ code: QRCode, _ canvas: borrowing PDFCanvas
    ) {
        switch block.shape {
        case .frame(let box): canvas.frame(box, width: 1)
        case .code(let box, let dots):
            canvas.fill(modules(of: code), unit: Double(dots) * A4.dot, in: box)
        case .cut(let box): canvas.dashedLine(from: box.x, to: box.right, y: box.y)
        case .logo(let box): if let logo = content.logo { canvas.picture(png: logo.bytes, in: box) }
        case nil: break
        }
        for (index, line) in block.lines.enumerated() {
            // A tag's lines are read out as one text, so the space between them must be there.
            let isLast = index == block.lines.count - 1
            let text = line.endsWord && !isLast ? line.text + " " : line.text
            canvas.show(text, line.style, x: line.box.x, y: line.baseline)
        }
    }

    /// One rectangle for each run of dark modules in a row, in modules, quiet zone included.
    ///
    /// Each ends a hair before the next dot: PDF paints every dot that a shape touches, and for
    /// some printers an edge touches.
    private static func modules(of code: QRCode) -> [Box] {
        let hair = 1.0 / 256
        var runs: [Box] = []
        for row in 0..<code.side {
            var column = 0
            while column < code.side {
                let start = column
                while column < code.side, code.isDark(row: row, column: column) { column += 1 }
                if column > start {
                    runs.append(
                        Box(
                            x: Double(start + QRCode.quietZone),
                            y: Double(row + QRCode.quietZone), width: Double(column - start) - hair,
                            height: 1 - hair))
                } else {
                    column += 1
                }
            }
        }
        return runs
    }
}
