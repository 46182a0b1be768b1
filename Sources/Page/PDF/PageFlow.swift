/// Sets text down the page, around the code, and on to the next page.
struct PageFlow {
    private(set) var pages = [LaidPage()]
    /// Where the next line begins.
    private(set) var y: Double
    /// Where the page ends for text.
    private var bottom: Double
    /// What text on this page goes around, to its left.
    private var obstacle: Box?

    /// The head of a later page says which page it is.
    static let headHeight = 26.0

    init(from y: Double, to bottom: Double) {
        self.y = y
        self.bottom = bottom
    }

    mutating func skip(_ distance: Double) { y += distance }

    /// Continues on a new page unless this height is left: what it holds stays together.
    mutating func reserve(_ height: Double) {
        if y + height > bottom { turnPage() }
    }

    /// Puts a block where it is, with text going around `box` from here on.
    mutating func place(_ blocks: [LaidBlock], around box: Box) {
        for block in blocks { append(block) }
        obstacle = box
    }

    /// From here on text goes around `box`, with a gap at its left.
    mutating func goAround(_ box: Box) {
        obstacle = Box(x: box.x - 12, y: box.y, width: box.width + 12, height: box.height)
    }

    /// Draws a shape with the last block.
    mutating func draw(_ shape: LaidBlock.Shape) {
        let page = pages.count - 1
        pages[page].blocks[pages[page].blocks.count - 1].shape = shape
    }

    /// Goes below what text went around, if it is on this page.
    mutating func clear() {
        if let obstacle { y = max(y, obstacle.bottom) }
        obstacle = nil
    }

    mutating func append(_ block: LaidBlock) {
        pages[pages.count - 1].blocks.append(block)
    }

    /// Sets one paragraph; one that goes over the page's end goes on under the same tags.
    mutating func set(
        _ text: String, _ style: TextStyle, _ tags: [String], after lead: Lead? = nil,
        _ canvas: borrowing PDFCanvas
    ) {
        set([(text, style)], tags, after: lead, canvas)
    }

    /// The same for a paragraph that begins on the next page rather than be cut by the end of
    /// this one; only one longer than a page is cut.
    mutating func setWhole(
        _ text: String, _ style: TextStyle, _ tags: [String], after lead: Lead? = nil,
        _ canvas: borrowing PDFCanvas
    ) {
        var here = self
        here.set(text, style, tags, after: lead, canvas)
        guard here.pages.count > pages.count else {
            self = here
            return
        }
        var next = self
        next.turnPage()
        next.set(text, style, tags, after: lead, canvas)
        self = next.pages.count > here.pages.count ? here : next
    }

    /// Sets texts one under the other as one block.
    mutating func set(
        _ texts: [(text: String, style: TextStyle)], _ tags: [String], after lead: Lead? = nil,
        _ canvas: borrowing PDFCanvas
    ) {
        var block = LaidBlock(tags: tags)
        var lead = lead
        let indent = lead?.width ?? 0
        for (text, style) in texts {
            var breaking = LineBreaking(text)
            while !breaking.isDone {
                if y + style.lineHeight > bottom {
                    if !block.lines.isEmpty { append(block) }
                    block = LaidBlock(tags: tags)
                    turnPage()
                }
                if let lead = lead.take() { block.lines.append(line(lead, beside: style, canvas)) }
                let room = width(for: style) - indent
                let words = breaking.next(width: room, style, canvas)
                block.lines.append(
                    line(words, style, indent, endsWord: !breaking.isInsideWord, canvas))
                y += style.lineHeight
            }
        }
        append(block)
    }

    private func line(
        _ text: String, _ style: TextStyle, _ indent: Double, endsWord: Bool,
        _ canvas: borrowing PDFCanvas
    ) -> LaidLine {
        let box = Box(
            x: A4.text.x + indent, y: y, width: canvas.width(text, style),
            height: style.lineHeight)
        return LaidLine(text: text, style: style, box: box, endsWord: endsWord)
    }

    /// A lead shares the baseline of the text beside it.
    private func line(
        _ lead: Lead, beside style: TextStyle, _ canvas: borrowing PDFCanvas
    ) -> LaidLine {
        let box = Box(
            x: A4.text.x, y: y + style.ascent - lead.style.ascent,
            width: canvas.width(lead.text, lead.style), height: lead.style.lineHeight)
        return LaidLine(text: lead.text, style: lead.style, box: box)
    }

    private func width(for style: TextStyle) -> Double {
        guard let obstacle, y < obstacle.bottom, obstacle.y < y + style.lineHeight else {
            return A4.text.width
        }
        return obstacle.x - A4.text.x
    }

    private mutating func turnPage() {
        pages.append(LaidPage())
        y = A4.text.y + PageFlow.headHeight
        bottom = A4.text.bottom
        obstacle = nil
    }
}

/// What is left of a paragraph's first line: a bullet, or the title of a value.
struct Lead {
    let text: String
    let style: TextStyle
    /// What it takes of the width, gap included.
    let width: Double

    static let bullet = Lead(text: "•", style: .body, width: 12)
    static let largeBullet = Lead(text: "•", style: .statement, width: 16)
}
