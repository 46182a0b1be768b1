import QRImage

/// A white grey picture that codes are put on.
struct Canvas {
    let width: Int
    private(set) var rows: [[UInt8]]

    init(width: Int, height: Int) {
        self.width = width
        rows = Array(repeating: Array(repeating: 255, count: width), count: height)
    }

    /// Draws `text` with its top left dark module at this place.
    mutating func draw(
        _ text: String, left: Int, top: Int, pixelsPerModule: Int = 4
    ) throws {
        let code = try QRCode(alphanumeric: text)
        for row in 0..<(code.side * pixelsPerModule) {
            for column in 0..<(code.side * pixelsPerModule)
            where code.isDark(row: row / pixelsPerModule, column: column / pixelsPerModule) {
                rows[top + row][left + column] = 0
            }
        }
    }

    /// Draws a Data Matrix that says "DC04", as a 2D-Doc begins.
    mutating func drawDataMatrix(left: Int, top: Int, pixelsPerModule: Int = 6) {
        let modules = """
            #.#.#.#.#.
            #.###....#
            #....#.##.
            ##......##
            #...#.#...
            ###..#.#.#
            #..#.##...
            ####.###.#
            ###...#...
            ##########
            """
        for (row, line) in modules.split(separator: "\n").enumerated() {
            for (column, module) in line.enumerated() where module == "#" {
                for pixel in 0..<(pixelsPerModule * pixelsPerModule) {
                    let y = top + row * pixelsPerModule + pixel / pixelsPerModule
                    rows[y][left + column * pixelsPerModule + pixel % pixelsPerModule] = 0
                }
            }
        }
    }

    /// Each pixel mixed with those beside it, then with those above and below.
    var softened: Canvas {
        let last = (width - 1, rows.count - 1)
        let across = changed { pixel, column, row in
            let sides = Int(rows[row][max(0, column - 1)]) + Int(rows[row][min(last.0, column + 1)])
            return UInt8((sides + 2 * Int(pixel) + 2) / 4)
        }
        return across.changed { pixel, column, row in
            let sides =
                Int(across.rows[max(0, row - 1)][column])
                + Int(across.rows[min(last.1, row + 1)][column])
            return UInt8((sides + 2 * Int(pixel) + 2) / 4)
        }
    }

    /// The same picture with every pixel changed.
    func changed(_ change: (_ pixel: UInt8, _ column: Int, _ row: Int) -> UInt8) -> Canvas {
        var copy = self
        for row in rows.indices {
            for column in 0..<width {
                copy.rows[row][column] = change(rows[row][column], column, row)
            }
        }
        return copy
    }

    var png: [UInt8] { HandPNG(rows: rows, width: width).bytes }

    /// The same picture where white is transparent black, so that only its alpha shows the code.
    var transparentPNG: [UInt8] {
        let samples = rows.map { row in row.flatMap { [0, 0, 0, 255 - $0] as [UInt8] } }
        return HandPNG(rows: samples, width: width, colour: .redGreenBlueAlpha).bytes
    }
}
