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

        var box: Box {
            switch self {
            case .frame(let box), .code(let box, _), .cut(let box): box
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
        // The code keeps its place on the grid.
        case .code, nil: break
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
