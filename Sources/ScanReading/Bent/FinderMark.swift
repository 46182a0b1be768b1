/// A place in a picture, in pixels; the middle of the first pixel is (0.5, 0.5).
typealias Place = SIMD2<Float>

/// One of the three marks in the corners of a QR code: three dark modules, a light ring around them
/// and a dark ring around that.
///
/// What is beyond the outer ring does not matter: a code without its light margin, on a dark
/// screen, has none.
struct FinderMark {
    private(set) var middle: Place
    /// Pixels a module, across.
    private(set) var module: Float
    /// Rows that cut it.
    private(set) var count = 1

    /// Noise has thousands; those of a code are cut by several rows, and found early.
    private static let most = 400

    /// The marks of a picture, those cut by most rows first, at most `limit`.
    static func all(in map: borrowing DarkMap, limit: Int) -> [FinderMark] {
        var found: [FinderMark] = []
        for row in stride(from: 0, to: map.height, by: 2) {
            var runs = Runs()
            map.forEachRun(inRow: row) { end, length, isDark in
                runs.append(length)
                guard isDark, found.count < most, runs.isMark,
                    let mark = FinderMark(runs, endingAt: end, row, in: map)
                else { return }
                mark.join(&found)
            }
        }
        return Array(found.sorted { $0.count > $1.count }.filter { $0.count > 1 }.prefix(limit))
    }

    /// The mark whose middle row this may be, if the column through its middle says so too.
    private init?(_ runs: Runs, endingAt end: Int, _ row: Int, in map: borrowing DarkMap) {
        let middle = Place(
            Float(end) - runs.last - runs.after - runs.middle / 2, Float(row) + 0.5)
        let reach = runs.length * 2
        guard let column = map.mark(through: middle, step: Place(0, 1), reach: reach),
            column.module < 2 * runs.module, runs.module < 2 * column.module
        else { return nil }
        self.middle = Place(middle.x, column.middle.y)
        module = runs.module
    }

    /// Adds it to the one that it is part of, or as a new one.
    private func join(_ found: inout [FinderMark]) {
        for index in found.indices {
            let other = found[index]
            let apart = other.middle - middle
            guard max(abs(apart.x), abs(apart.y)) < 2 * other.module, module < 1.6 * other.module,
                other.module < 1.6 * module
            else { continue }
            let count = Float(other.count)
            found[index].middle = (other.middle * count + middle) / (count + 1)
            found[index].module = (other.module * count + module) / (count + 1)
            found[index].count += 1
            return
        }
        found.append(self)
    }

    /// The last five runs of a row, in pixels.
    private struct Runs {
        private(set) var first: Float = 0
        private(set) var before: Float = 0
        private(set) var middle: Float = 0
        private(set) var after: Float = 0
        private(set) var last: Float = 0

        mutating func append(_ length: Int) {
            (first, before, middle, after, last) = (before, middle, after, last, Float(length))
        }

        /// Light, dark, light.
        var length: Float { before + middle + after }
        var module: Float { length / 5 }

        var isMark: Bool {
            FinderMark.isMark(before, middle, after) && min(first, last) >= 0.5 * module
        }
    }

    /// Whether light, dark and light are as 1 : 3 : 1.
    fileprivate static func isMark(_ before: Float, _ middle: Float, _ after: Float) -> Bool {
        let module = (before + middle + after) / 5
        return module >= 1 && abs(before - module) <= max(0.6 * module, 1)
            && abs(after - module) <= max(0.6 * module, 1)
            && abs(middle - 3 * module) <= max(module, 1)
    }
}

extension DarkMap {
    /// The mark through a dark place in a direction: its middle, and its module in that direction.
    ///
    /// `reach` is how far to look to each side, in pixels. Nothing where there is no mark.
    func mark(through place: Place, step: Place, reach: Float) -> (middle: Place, module: Float)? {
        guard let after = ring(from: place, step: step, reach: reach),
            let before = ring(from: place, step: -step, reach: reach)
        else { return nil }
        let dark = before.start + after.start
        guard FinderMark.isMark(before.end - before.start, dark, after.end - after.start) else {
            return nil
        }
        let middle = place + step * ((after.start - before.start) / 2) / length(step)
        return (middle, (before.end + after.end) / 5)
    }

    /// How far the light ring begins and ends from here, in pixels.
    private func ring(
        from place: Place, step: Place, reach: Float
    ) -> (start: Float, end: Float)? {
        let stride = length(step)
        var start: Float?
        var far: Float = 0
        var place = place
        while far < reach {
            if let start, isDark(place) { return (start, far) }
            if start == nil, !isDark(place) { start = far }
            place += step
            far += stride
        }
        return nil
    }
}
