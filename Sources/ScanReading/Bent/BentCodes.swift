/// Reads codes on paper that was folded or rolled, which one plane does not fit.
///
/// The decoder lays one plane through the three finder marks and a fourth place. Here a net is laid
/// through all alignment marks, and what it finds is drawn anew, flat, for the decoder to read.
enum BentCodes {
    /// Marks and frames that are tried; a page without a code has some that look like one.
    private static let marks = 12
    private static let frames = 6
    /// Pixels a module of the drawing.
    private static let scale = 3

    static func codes(in picture: borrowing GreyPicture) throws(PictureRefusal) -> [FoundCode] {
        let map = try DarkMap(of: picture)
        let marks = FinderMark.all(in: map, limit: marks)
        for frame in SymbolFrame.all(of: marks, in: map, limit: frames) {
            for version in frame.versions {
                guard let grid = ModuleGrid(version: version, frame, in: picture) else { continue }
                for sharper in [false, true] {
                    let modules = grid.modules(in: picture, sharper: sharper)
                    let drawing = try GreyPicture(drawing: modules, side: grid.side, scale)
                    let codes = try Look.plain.codes(in: drawing)
                    if !codes.isEmpty { return codes }
                }
            }
        }
        return []
    }
}

extension GreyPicture {
    /// A code of `side` modules a side, true for dark, with its quiet zone of four.
    init(drawing modules: [Bool], side: Int, _ scale: Int) throws(PictureRefusal) {
        let quiet = 4
        let pixels = (side + 2 * quiet) * scale
        try self.init(width: pixels, height: pixels)
        unsafe withPixels { drawing in
            unsafe drawing.update(repeating: 255)
            for row in 0..<side * scale {
                for column in 0..<side * scale where modules[row / scale * side + column / scale] {
                    unsafe drawing[(row + quiet * scale) * pixels + column + quiet * scale] = 0
                }
            }
        }
    }
}
