/// How many pixels of a picture have each of the 256 levels.
struct Levels {
    private let counts: [Int]

    init(of picture: borrowing GreyPicture) {
        var counts = [Int](repeating: 0, count: 256)
        unsafe picture.withPixels { pixels in
            for index in pixels.indices { unsafe counts[Int(pixels[index])] += 1 }
        }
        self.counts = counts
    }

    /// Whether there are too few pixels of another level than the ground for the smallest code:
    /// 21 x 21 modules, of which some 220 are dark.
    var isBlank: Bool {
        let ground = counts.indices.max { counts[$0] < counts[$1] } ?? 0
        let others = counts.indices.filter { abs($0 - ground) > 4 }.map { counts[$0] }
        return others.reduce(0, +) < 200
    }

    /// The levels without the darkest and the lightest two-hundredth of the pixels.
    var used: ClosedRange<Int> {
        let few = counts.reduce(0, +) / 200
        let start = counts.indices.first { counts[...$0].reduce(0, +) > few } ?? 0
        let end = counts.indices.last { counts[$0...].reduce(0, +) > few } ?? 255
        return start...max(start, end)
    }
}

extension GreyPicture {
    /// The same with the darkest level used black and the lightest white, however near they are;
    /// nothing when they are far apart already.
    func stretched(from used: ClosedRange<Int>) throws(PictureRefusal) -> GreyPicture? {
        guard used.lowerBound > 24 || used.upperBound < 216 else { return nil }
        let span = max(1, used.count - 1)
        return try mapped { min(255, max(0, $0 - used.lowerBound) * 255 / span) }
    }

    /// Light for dark.
    func inverted() throws(PictureRefusal) -> GreyPicture {
        try mapped { 255 - $0 }
    }

    /// Each level by a table; `level` gives 0...255.
    private func mapped(_ level: (Int) -> Int) throws(PictureRefusal) -> GreyPicture {
        let table = (0...255).map { UInt8(level($0)) }
        let result = try GreyPicture(width: width, height: height)
        unsafe withPixels { from in
            unsafe result.withPixels { to in
                for index in from.indices { unsafe to[index] = table[Int(from[index])] }
            }
        }
        return result
    }
}
