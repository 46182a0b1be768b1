internal import QRImage

/// The framed code at the right of the page, under the words that a counter looks for.
struct CodeFigure {
    let blocks: [LaidBlock]
    /// What text must keep away from.
    let outside: Box

    private static let inset = 7.0
    private static let gap = 20.0

    init(_ code: QRCode, top: Double, _ canvas: borrowing PDFCanvas) {
        let dots = CodeSize.dotsPerModule(code)
        let side = Double((code.side + 2 * QRCode.quietZone) * dots) * A4.dot
        let label = TextStyle.heading
        let labelWidth = canvas.width(PageWords.codeLabel, label)
        let width = max(side, labelWidth) + 2 * CodeFigure.inset
        let x = A4.text.right - width
        let square = Box(
            x: A4.dot(x + (width - side) / 2 - A4.dot),
            y: A4.dot(top + CodeFigure.inset + label.lineHeight), width: side, height: side)
        let frame = Box(
            x: x, y: top, width: width, height: square.bottom - top + CodeFigure.inset / 2)
        let words = LaidLine(
            text: PageWords.codeLabel, style: label,
            box: Box(
                x: x + (width - labelWidth) / 2, y: top + CodeFigure.inset, width: labelWidth,
                height: label.lineHeight))
        blocks = [
            LaidBlock(tags: ["P"], lines: [words], shape: .frame(frame)),
            LaidBlock(tags: ["Figure"], shape: .code(square, dotsPerModule: dots)),
        ]
        outside = Box(
            x: x - CodeFigure.gap, y: top, width: width + CodeFigure.gap,
            height: frame.height + CodeFigure.inset)
    }
}

/// How large the code is printed (Spec/page.md 4).
enum CodeSize {
    /// The symbol without its quiet zone is at least this wide.
    private static let leastMillimetres = 40
    /// 0.508 mm, so that a 150 dpi scan has three pixels a module.
    private static let leastDots = 6

    /// Dots of a 300 dpi printer for one module: whole ones, so that no printer rounds some
    /// modules up and others down; at 600 dpi they are whole too.
    static func dotsPerModule(_ code: QRCode) -> Int {
        // 40 mm are 40 / 25.4 * 300 dots.
        let least = leastMillimetres * 3_000
        let perModule = (least + code.side * 254 - 1) / (code.side * 254)
        return max(leastDots, perModule)
    }
}
