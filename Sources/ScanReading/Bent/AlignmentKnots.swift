/// The alignment marks of a code, found in the picture one from another: a net over the code, of
/// which every mesh is its own plane.
struct AlignmentKnots {
    /// The middles of the marks along one side, in modules (ISO/IEC 18004, annex E, to version 31).
    private let middles: [Float]
    /// Where they are in the picture, row by row.
    private var places: [Place]

    /// Nothing, where so few marks are found that this is no code, or none of this version.
    init?(version: Int, _ frame: SymbolFrame, in picture: borrowing GreyPicture) {
        middles = AlignmentKnots.middles(version: version)
        let count = middles.count
        places = [Place](repeating: .zero, count: count * count)
        // The finder marks are where three of the knots would be: their inner corners.
        let steps = frame.steps
        places[0] = frame.corner + 3 * (steps[0].along + steps[0].down)
        places[count - 1] = frame.along + 3 * (steps[1].down - steps[1].along)
        places[count * (count - 1)] = frame.down + 3 * (steps[2].along - steps[2].down)
        var found = 0
        for row in 0..<count {
            for column in 0..<count where !isFinder(row, column) {
                let guess = guess(row, column)
                let (across, up) = module(row, column, frame)
                let mark = picture.alignmentMark(near: guess, across: across, up: up)
                if mark != nil { found += 1 }
                places[row * count + column] = mark ?? guess
            }
        }
        guard 3 * found >= count * count - 3 else { return nil }
    }

    /// The modules in which the knots are.
    var modules: [(row: Float, column: Float)] {
        middles.flatMap { row in middles.map { (row - 0.5, $0 - 0.5) } }
    }

    /// The place in the picture of a place in the code, in modules from its top left.
    func place(_ column: Float, _ row: Float) -> Place {
        let (left, across) = mesh(column)
        let (top, down) = mesh(row)
        let count = middles.count
        let at = top * count + left
        let upper = places[at] * (1 - across) + places[at + 1] * across
        let lower = places[at + count] * (1 - across) + places[at + count + 1] * across
        return upper * (1 - down) + lower * down
    }

    /// The mesh that a coordinate is in, or beside, and how far through it.
    private func mesh(_ coordinate: Float) -> (index: Int, share: Float) {
        let index = middles.dropFirst().dropLast().count { $0 <= coordinate }
        let share = (coordinate - middles[index]) / (middles[index + 1] - middles[index])
        return (index, share)
    }

    private func isFinder(_ row: Int, _ column: Int) -> Bool {
        let last = middles.count - 1
        return (row == 0 || row == last) && (column == 0 || column == last)
            && !(row == last && column == last)
    }

    /// From the knots before it.
    private func guess(_ row: Int, _ column: Int) -> Place {
        let count = middles.count
        if row == 0 { return onWay(from: column - 1, to: count - 1, column) { $0 } }
        if column == 0 { return onWay(from: row - 1, to: count - 1, row) { $0 * count } }
        let at = row * count + column
        return places[at - 1] + places[at - count] - places[at - count - 1]
    }

    /// Between two knots of one side, by their middles.
    private func onWay(from: Int, to: Int, _ index: Int, _ at: (Int) -> Int) -> Place {
        let share = (middles[index] - middles[from]) / (middles[to] - middles[from])
        return places[at(from)] + share * (places[at(to)] - places[at(from)])
    }

    /// A module to the right and one down at a knot, from what is found already.
    private func module(
        _ row: Int, _ column: Int, _ frame: SymbolFrame
    ) -> (across: Place, up: Place) {
        let count = middles.count
        let at = row * count + column
        let across =
            column > 0 && row > 0
            ? (places[at - count] - places[at - count - 1])
                / (middles[column] - middles[column - 1])
            : frame.steps[0].along
        let up =
            column > 0 && row > 0
            ? (places[at - 1] - places[at - count - 1]) / (middles[row] - middles[row - 1])
            : frame.steps[0].down
        return (across, up)
    }

    /// The first at 6.5, the others evenly from the last backwards by an even step.
    static func middles(version: Int) -> [Float] {
        let gaps = version / 7 + 1
        let last = 4 * version + 10
        let step = (last - 6 + 2 * gaps - 1) / (2 * gaps) * 2
        return [6.5] + (1...gaps).map { Float(last - step * (gaps - $0)) + 0.5 }
    }
}

extension GreyPicture {
    /// The middle of the alignment mark near a place, if there is one: a dark module, a light ring
    /// around it, and a dark ring around that.
    func alignmentMark(near guess: Place, across: Place, up: Place) -> Place? {
        var likest = Likest()
        for down in -14...14 {
            for right in -14...14 {
                let place = guess + Float(right) / 4 * across + Float(down) / 4 * up
                likest.add(place, likenessToMark(place, across, up))
            }
        }
        return likest.likeness > 0.5 ? likest.middle : nil
    }

    /// From -1 to 1: how far the modules around are as those of a mark.
    private func likenessToMark(_ middle: Place, _ across: Place, _ up: Place) -> Float {
        var (dark, light) = (Float(0), Float(0))
        var levels: [Float] = []
        levels.reserveCapacity(25)
        for down in -2...2 {
            for right in -2...2 {
                let level = level(at: middle + Float(right) * across + Float(down) * up)
                levels.append(level)
                if max(abs(down), abs(right)) == 1 { light += level } else { dark += level }
            }
        }
        guard let least = levels.min(), let most = levels.max(), most - least > 10 else { return 0 }
        return (light / 8 - dark / 17) / (most - least)
    }
}

/// The middle of the places that are almost as like as the likest: where edges are sharp, half a
/// module to each side is.
struct Likest {
    private var places: [(place: Place, likeness: Float)] = []
    private(set) var likeness: Float = 0

    mutating func add(_ place: Place, _ likeness: Float) {
        places.append((place, likeness))
        self.likeness = max(self.likeness, likeness)
    }

    var middle: Place {
        let near = places.filter { $0.likeness >= 0.95 * likeness }
        return near.reduce(.zero) { $0 + $1.place } / Float(max(near.count, 1))
    }
}
