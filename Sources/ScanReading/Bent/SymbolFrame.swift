/// Three finder marks that may be those of one code, and which of them is which.
struct SymbolFrame {
    /// Top left, top right and bottom left of the code, however it lies in the picture.
    let corner: Place
    let along: Place
    let down: Place
    /// The versions the code may be of, the likeliest first.
    let versions: [Int]
    /// A module in the direction of the other two marks, at each of the three.
    let steps: [(along: Place, down: Place)]

    /// The likeliest of all frames first, at most `limit`.
    static func all(of marks: [FinderMark], in map: borrowing DarkMap, limit: Int) -> [SymbolFrame]
    {
        var frames: [(frame: SymbolFrame, fault: Float)] = []
        for first in marks.indices {
            for second in marks.indices where second > first {
                for third in marks.indices where third > second {
                    let three = [marks[first], marks[second], marks[third]]
                    if let found = SymbolFrame.frame(of: three, in: map) { frames.append(found) }
                }
            }
        }
        return frames.sorted { $0.fault < $1.fault }.prefix(limit).map(\.frame)
    }

    /// How far from a square's corner the three are is its fault.
    private static func frame(
        of three: [FinderMark], in map: borrowing DarkMap
    ) -> (SymbolFrame, fault: Float)? {
        let modules = three.map(\.module)
        guard let least = modules.min(), let most = modules.max(), most < 2 * least else {
            return nil
        }
        let places = three.map(\.middle)
        // The corner lies opposite of the longest side.
        let sides = [
            length(places[1] - places[2]), length(places[0] - places[2]),
            length(places[0] - places[1]),
        ]
        guard let longest = sides.max(), let at = sides.firstIndex(of: longest) else { return nil }
        let corner = places[at]
        var along = places[(at + 1) % 3]
        var down = places[(at + 2) % 3]
        if cross(along - corner, down - corner) < 0 { swap(&along, &down) }
        let (one, other) = (length(along - corner), length(down - corner))
        guard one > 0, other > 0, one < 1.7 * other, other < 1.7 * one else { return nil }
        let cosine = dot(along - corner, down - corner) / (one * other)
        guard abs(cosine) < 0.4 else { return nil }
        guard let frame = SymbolFrame(corner, along, down, in: map) else { return nil }
        let fault = abs(cosine) + abs(one - other) / max(one, other) + (most / least - 1) / 2
        return (frame, fault)
    }

    private init?(_ corner: Place, _ along: Place, _ down: Place, in map: borrowing DarkMap) {
        let right = (along - corner) / length(along - corner)
        let below = (down - corner) / length(down - corner)
        var steps: [(along: Place, down: Place)] = []
        for middle in [corner, along, down] {
            guard let across = map.module(at: middle, towards: right),
                let up = map.module(at: middle, towards: below)
            else { return nil }
            steps.append((right * across, below * up))
        }
        let across = (length(steps[0].along) + length(steps[1].along)) / 2
        let up = (length(steps[0].down) + length(steps[2].down)) / 2
        let modules = (length(along - corner) / across + length(down - corner) / up) / 2 + 7
        let version = (modules - 17) / 4
        guard version > 1.4, version < 15.5 else { return nil }
        let nearest = Int(version.rounded())
        let other = version > Float(nearest) ? nearest + 1 : nearest - 1
        self.corner = corner
        self.along = along
        self.down = down
        self.versions = [nearest, other, 2 * nearest - other].filter { $0 >= 2 }
        self.steps = steps
    }
}

extension DarkMap {
    /// Pixels a module of the mark around `middle`, measured through it in a direction.
    fileprivate func module(at middle: Place, towards direction: Place) -> Float? {
        mark(through: middle, step: direction / 4, reach: 200)?.module
    }
}

func length(_ vector: Place) -> Float { dot(vector, vector).squareRoot() }
func dot(_ one: Place, _ other: Place) -> Float { (one * other).sum() }
private func cross(_ one: Place, _ other: Place) -> Float { one.x * other.y - one.y * other.x }
