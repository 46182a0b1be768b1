extension GreyPicture {
    /// The same with the darkest hundredth black and the lightest white, however near they are;
    /// nothing when they are far apart already.
    func stretched() throws(PictureRefusal) -> GreyPicture? {
        let levels = usedLevels()
        guard levels.lowerBound > 24 || levels.upperBound < 216 else { return nil }
        let span = max(1, levels.count - 1)
        return try mapped { min(255, max(0, $0 - levels.lowerBound) * 255 / span) }
    }

    /// Light for dark.
    func inverted() throws(PictureRefusal) -> GreyPicture {
        try mapped { 255 - $0 }
    }

    /// The levels without the darkest and the lightest two-hundredth of the pixels.
    private func usedLevels() -> ClosedRange<Int> {
        var counts = [Int](repeating: 0, count: 256)
        unsafe withPixels { pixels in
            for index in pixels.indices { unsafe counts[Int(pixels[index])] += 1 }
        }
        let few = pixelCount / 200
        var below = 0
        let low = counts.firstIndex { count in
            below += count
            return below > few
        }
        var above = 0
        let high = counts.lastIndex { count in
            above += count
            return above > few
        }
        let start = low ?? 0
        return start...max(start, high ?? 255)
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
