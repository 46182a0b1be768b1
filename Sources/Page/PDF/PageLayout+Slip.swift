extension PageLayout {
    /// The slip from its dashed line down, as if it began at the top.
    static func slip(
        _ slip: PageSlip, _ canvas: borrowing PDFCanvas
    ) -> (blocks: [LaidBlock], height: Double) {
        var flow = PageFlow(from: 0, to: .infinity)
        flow.skip(8)
        flow.set(slip.heading, .heading, ["H2"], canvas)
        for line in slip.subject { flow.set(line, .body, ["P"], canvas) }
        flow.skip(4)
        flow.set(slip.reference, .reference, ["P"], canvas)
        flow.skip(4)
        flow.set(slip.advice, .body, ["P"], canvas)
        var blocks = flow.pages[0].blocks
        blocks[0].shape = .cut(Box(x: A4.text.x, y: 0, width: A4.text.width, height: 0))
        return (blocks, flow.y)
    }

    /// Says on every page which one it is and to what it belongs.
    mutating func number(_ title: String, _ canvas: borrowing PDFCanvas) {
        for index in pages.indices {
            let place = "page \(index + 1) sur \(pages.count)"
            let text = index == 0 ? place : "\(title), \(place)"
            let width = canvas.width(text, .label)
            let box = Box(
                x: index == 0 ? A4.text.right - width : A4.text.x,
                y: index == 0 ? A4.text.y - TextStyle.label.lineHeight : A4.text.y,
                width: width, height: TextStyle.label.lineHeight)
            let line = LaidLine(text: text, style: .label, box: box)
            pages[index].blocks.insert(LaidBlock(tags: ["P"], lines: [line]), at: 0)
        }
    }
}
