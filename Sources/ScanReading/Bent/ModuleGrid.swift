/// Where the modules of a code lie that does not lie flat: a net whose knots are the code's own
/// alignment marks, then moved piece by piece to where dark and light part best.
struct ModuleGrid {
    /// Modules a side.
    let side: Int
    private var places: [Place]

    /// The net of a code of this version, which is 2 or more: version 1 has no alignment mark.
    ///
    /// Nothing, where there is no such code.
    init?(version: Int, _ frame: SymbolFrame, in picture: borrowing GreyPicture) {
        side = 17 + 4 * version
        guard let knots = AlignmentKnots(version: version, frame, in: picture) else { return nil }
        places = []
        places.reserveCapacity(side * side)
        for row in 0..<side {
            for column in 0..<side {
                places.append(knots.place(Float(column) + 0.5, Float(row) + 0.5))
            }
        }
        // From the knots on, then once more from everywhere.
        settle(within: 0.45, Settling(side: side, from: knots.modules), in: picture)
        settle(within: 0.3, Settling(side: side, from: []), in: picture)
    }

    /// The modules, true for dark, row by row; `sharper` takes away what a blurred picture gave a
    /// module of its neighbours.
    func modules(in picture: borrowing GreyPicture, sharper: Bool) -> [Bool] {
        var levels = places.map { picture.level(at: $0) }
        if sharper { levels = sharpened(levels) }
        var modules: [Bool] = []
        modules.reserveCapacity(levels.count)
        for row in 0..<side {
            for column in 0..<side {
                modules.append(levels[row * side + column] < threshold(levels, row, column))
            }
        }
        return modules
    }

    private func sharpened(_ levels: [Float]) -> [Float] {
        levels.indices.map { index in
            let (row, column) = (index / side, index % side)
            let left = levels[column > 0 ? index - 1 : index]
            let right = levels[column < side - 1 ? index + 1 : index]
            let above = levels[row > 0 ? index - side : index]
            let below = levels[row < side - 1 ? index + side : index]
            return levels[index] + 0.5 * (4 * levels[index] - left - right - above - below)
        }
    }

    /// Half way between the light and the dark modules around this one.
    private func threshold(_ levels: [Float], _ row: Int, _ column: Int) -> Float {
        var sum: Float = 0
        var count: Float = 0
        forEachAround(row, column, reach: 3) { index in
            sum += levels[index]
            count += 1
        }
        let mean = sum / count
        var (light, dark) = (Float(0), Float(0))
        var (lights, darks) = (Float(0), Float(0))
        forEachAround(row, column, reach: 3) { index in
            if levels[index] < mean {
                dark += levels[index]
                darks += 1
            } else {
                light += levels[index]
                lights += 1
            }
        }
        return lights > 0 && darks > 0 ? (light / lights + dark / darks) / 2 : mean
    }

    @inline(__always)
    private func forEachAround(_ row: Int, _ column: Int, reach: Int, _ body: (Int) -> Void) {
        for near in max(0, row - reach)...min(side - 1, row + reach) {
            for beside in max(0, column - reach)...min(side - 1, column + reach) {
                body(near * side + beside)
            }
        }
    }

    /// Moves each piece of the net by at most `reach` modules more than its neighbours to where its
    /// modules differ most from the grey between them.
    private mutating func settle(
        within reach: Float, _ settling: Settling, in picture: borrowing GreyPicture
    ) {
        var settling = settling
        for piece in settling.order {
            let guess = settling.guess(at: piece)
            let (row, column) = settling.module(of: piece)
            let move = bestMove(from: guess, row, column, reach, picture)
            settling.settle(piece, at: move)
        }
        for row in 0..<side {
            for column in 0..<side {
                let move = settling.move(Float(row), Float(column))
                let (across, up) = steps(row, column)
                places[row * side + column] += move.x * across + move.y * up
            }
        }
    }

    private func bestMove(
        from guess: Place, _ row: Int, _ column: Int, _ reach: Float,
        _ picture: borrowing GreyPicture
    ) -> Place {
        let (across, up) = steps(row, column)
        var likest = Likest()
        for down in -3...3 {
            for right in -3...3 {
                let move = guess + Place(Float(right), Float(down)) * (reach / 3)
                let offset = move.x * across + move.y * up
                var levels: [Float] = []
                levels.reserveCapacity(81)
                forEachAround(row, column, reach: 4) { index in
                    levels.append(picture.level(at: places[index] + offset))
                }
                let mean = levels.reduce(0, +) / Float(levels.count)
                likest.add(move, levels.reduce(0) { $0 + abs($1 - mean) })
            }
        }
        return likest.middle
    }

    /// A module to the right and one down, here.
    private func steps(_ row: Int, _ column: Int) -> (across: Place, up: Place) {
        let left = max(0, column - 1)
        let right = min(side - 1, column + 1)
        let above = max(0, row - 1)
        let below = min(side - 1, row + 1)
        return (
            (places[row * side + right] - places[row * side + left]) / Float(right - left),
            (places[below * side + column] - places[above * side + column]) / Float(below - above)
        )
    }
}

extension GreyPicture {
    /// The level between the four pixels around a place; 128 outside.
    func level(at place: Place) -> Float {
        let (x, y) = (place.x - 0.5, place.y - 0.5)
        guard x >= 0, y >= 0, x < Float(width - 1), y < Float(height - 1) else { return 128 }
        let (left, top) = (Int(x), Int(y))
        let (across, down) = (x - Float(left), y - Float(top))
        return unsafe withPixels { pixels in
            let at = top * width + left
            let upper = unsafe Float(pixels[at]) * (1 - across) + Float(pixels[at + 1]) * across
            let lower =
                unsafe Float(pixels[at + width]) * (1 - across)
                + Float(pixels[at + width + 1]) * across
            return upper * (1 - down) + lower * down
        }
    }
}
