internal import Lists
internal import QRImage
internal import Reporting

/// The place of everything on the sheets.
///
/// The slip, if there is one, is at the foot of the first, the code beside what it says, and
/// whatever does not fit goes on to a second: nothing is made smaller or left out.
struct PageLayout {
    var pages: [LaidPage]

    private static let paragraphGap = 3.0
    private static let sectionGap = 8.0

    init(_ content: PageContent, _ code: QRCode, _ canvas: borrowing PDFCanvas) {
        let slip = content.slip.map { PageLayout.slip($0, canvas) }
        let slipTop = slip.map { A4.text.bottom - $0.height }
        let bottom = slipTop.map { $0 - PageLayout.sectionGap } ?? A4.text.bottom
        var flow = PageFlow(from: A4.text.y, to: bottom)
        PageLayout.head(content, &flow, canvas)
        PageLayout.front(content, code, &flow, canvas)
        PageLayout.validity(content, &flow, canvas)
        for section in content.sections { PageLayout.section(section, &flow, canvas) }
        flow.skip(PageLayout.sectionGap)
        flow.setWhole(content.accessibility, .body, ["P"], canvas)
        PageLayout.token(content.token, &flow, canvas)
        pages = flow.pages
        if let slip, let slipTop {
            pages[0].blocks += slip.blocks.map { $0.lowered(by: slipTop) }
        }
        if pages.count > 1 { number(content.title, canvas) }
    }

    private static func head(
        _ content: PageContent, _ flow: inout PageFlow, _ canvas: borrowing PDFCanvas
    ) {
        let logo = content.logo.map(PageLayout.box)
        if let logo { flow.goAround(logo) }
        flow.set(content.issuer, .issuer, ["P"], canvas)
        // It belongs to the name, which says what it shows.
        if let logo { flow.draw(.logo(logo)) }
        for line in content.address { flow.set(line, .label, ["P"], canvas) }
        flow.clear()
        flow.skip(sectionGap)
        flow.set(content.title, .title, ["H1"], canvas)
        flow.skip(sectionGap / 2)
        flow.set(content.statement, .statement, ["P"], canvas)
        for fact in content.facts {
            flow.set(fact, .statement, ["L", "LI", "LBody"], after: .largeBullet, canvas)
        }
        flow.skip(sectionGap)
    }

    /// At the right of the head, as large as its pixels at 150 an inch, and as the room is.
    private static func box(of logo: Logo) -> Box {
        let (width, height) = (Double(logo.width) * 0.48, Double(logo.height) * 0.48)
        let scale = min(1, A4.text.width / 3 / width, 38 / height)
        return Box(
            x: A4.text.right - width * scale, y: A4.text.y, width: width * scale,
            height: height * scale)
    }

    /// What the document says and whose it is, with the code at its right.
    private static func front(
        _ content: PageContent, _ code: QRCode, _ flow: inout PageFlow,
        _ canvas: borrowing PDFCanvas
    ) {
        let figure = CodeFigure(code, top: flow.y, canvas)
        flow.place(figure.blocks, around: figure.outside)
        flow.set(PageWords.values, .heading, ["H2"], canvas)
        for pair in content.values {
            if content.facts.isEmpty {
                flow.pair(pair, canvas)
            } else {
                flow.set(PageWords.joined(pair), .several, ["P"], canvas)
                flow.skip(paragraphGap)
            }
        }
        for pair in content.details {
            flow.set(PageWords.joined(pair), .body, ["P"], canvas)
        }
        flow.skip(sectionGap)
        flow.reserve(TextStyle.heading.lineHeight * 3)
        flow.set(PageWords.person, .heading, ["H2"], canvas)
        flow.skip(paragraphGap)
        for pair in content.person + content.recipientPair { flow.row(pair, canvas) }
        flow.clear()
        flow.skip(sectionGap)
    }

    /// The two days and the reference, framed.
    private static func validity(
        _ content: PageContent, _ flow: inout PageFlow, _ canvas: borrowing PDFCanvas
    ) {
        let inset = 7.0
        let lines: [(String, TextStyle)] = [
            (content.issued, .validity), (content.lastDay, .validity), (content.reference, .label),
        ]
        let height = lines.reduce(2 * inset) { $0 + $1.1.lineHeight }
        flow.reserve(height)
        let frame = Box(x: A4.text.x, y: flow.y, width: A4.text.width, height: height)
        flow.skip(inset)
        var block = LaidBlock(tags: ["P"], shape: .frame(frame))
        for (text, style) in lines {
            let box = Box(
                x: frame.x + inset + 2, y: flow.y, width: canvas.width(text, style),
                height: style.lineHeight)
            block.lines.append(LaidLine(text: text, style: style, box: box))
            flow.skip(style.lineHeight)
        }
        flow.append(block)
        flow.skip(inset)
    }

    private static func section(
        _ section: PageSection, _ flow: inout PageFlow, _ canvas: borrowing PDFCanvas
    ) {
        flow.skip(sectionGap)
        flow.reserve(TextStyle.heading.lineHeight + 2 * TextStyle.body.lineHeight)
        flow.set(section.heading, .heading, ["H2"], canvas)
        for paragraph in section.paragraphs {
            if section.isList {
                flow.setWhole(paragraph, .body, ["L", "LI", "LBody"], after: .bullet, canvas)
            } else {
                flow.setWhole(paragraph, .body, ["P"], canvas)
            }
        }
    }

    /// Last but for the slip, whose « À » no code holds: a back office takes out what follows
    /// `JF1:` up to the first character of another kind.
    private static func token(
        _ token: String, _ flow: inout PageFlow, _ canvas: borrowing PDFCanvas
    ) {
        flow.skip(paragraphGap)
        // Cut in two by the end of a page it would not be found.
        let lines = (canvas.width(token, .token) / (A4.text.width - TextStyle.token.size))
            .rounded(.up)
        flow.reserve(TextStyle.label.lineHeight + lines * TextStyle.token.lineHeight)
        flow.set(PageWords.codeText, .label, ["H2"], canvas)
        flow.set(token, .token, ["P"], canvas)
    }
}

extension PageFlow {
    /// A title and under it the value, large.
    fileprivate mutating func pair(_ pair: ClaimWords, _ canvas: borrowing PDFCanvas) {
        reserve(TextStyle.label.lineHeight + TextStyle.value.lineHeight)
        set([(pair.title, .label), (pair.value, .value)], ["P"], canvas)
        skip(3)
    }

    /// A title and beside it the value; under it where the title is long.
    fileprivate mutating func row(_ pair: ClaimWords, _ canvas: borrowing PDFCanvas) {
        let column = 100.0
        reserve(TextStyle.label.lineHeight + TextStyle.detail.lineHeight)
        if canvas.width(pair.title, .label) < column - 6 {
            let lead = Lead(text: pair.title, style: .label, width: column)
            set(pair.value, .detail, ["P"], after: lead, canvas)
        } else {
            set([(pair.title, .label), (pair.value, .detail)], ["P"], canvas)
        }
        skip(3)
    }
}

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
