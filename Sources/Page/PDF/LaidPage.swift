/// One page, ready to be drawn: blocks in reading order.
struct LaidPage: Equatable {
    var blocks: [LaidBlock] = []
}

/// What belongs under one structure tag.
struct LaidBlock: Equatable {
    /// Structure tags from the outside in, such as `L`, `LI` and `LBody`.
    let tags: [String]
    var lines: [LaidLine] = []
    var shape: Shape?

    /// What is drawn besides text; it carries no information that the text does not.
    enum Shape: Equatable {
        case frame(Box)
        /// The symbol with its quiet zone, on the grid of printer dots.
        case code(Box, dotsPerModule: Int)
        case cut(Box)
        /// The logo of the issuer, whose name is beside it.
        case logo(Box)

        var box: Box {
            switch self {
            case .frame(let box), .code(let box, _), .cut(let box), .logo(let box): box
            }
        }
    }

    /// The same further down the page.
    func lowered(by distance: Double) -> LaidBlock {
        var block = self
        for index in block.lines.indices { block.lines[index].box.y += distance }
        switch shape {
        case .frame(var box):
            box.y += distance
            block.shape = .frame(box)
        case .cut(var box):
            box.y += distance
            block.shape = .cut(box)
        // The code keeps its place on the grid, and the logo is at the head.
        case .code, .logo, nil: break
        }
        return block
    }
}

/// One line of text in one style; the box holds every letter of it.
struct LaidLine: Equatable {
    let text: String
    let style: TextStyle
    var box: Box
    /// Whether a space follows in reading, which is not when a long word goes on below.
    var endsWord = true

    var baseline: Double { box.y + style.ascent }
}

/// The sheet and its margins, in points.
enum A4 {
    /// 209.97 by 297.01 mm: A4 to the nearest whole dot, so that the grid of dots is the same
    /// from the bottom, where PDF counts from, as from the top.
    static let width = 2_480 * dot
    static let height = 3_508 * dot
    /// More than any printer leaves unprinted.
    static let side = millimetres(18)
    static let top = millimetres(13)
    static let bottom = millimetres(11)

    /// The area that text may use.
    static let text = Box(
        x: side, y: top, width: width - 2 * side, height: height - top - bottom)

    static func millimetres(_ length: Double) -> Double { length / 25.4 * 72 }

    /// The next place at or after `length` where a dot of a 300 dpi printer begins.
    static func dot(_ length: Double) -> Double { (length / dot).rounded(.up) * dot }

    /// The side of such a dot.
    static let dot = 0.24
}

/// A rectangle of the page, from its top left.
struct Box: Equatable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var right: Double { x + width }
    var bottom: Double { y + height }
}
