/// How far pieces of a net are moved, one after the other, each from where its neighbours went.
///
/// Near a crease the net is off by most of a module: searched for from there alone, a module may be
/// taken for its neighbour.
struct Settling {
    /// Modules between two pieces.
    private static let spacing = 3

    private let side: Int
    private let pieces: Int
    private var moves: [Place?]
    /// Pieces, those next to where the net is fixed first.
    let order: [Int]

    /// A net of `side` modules a side, fixed at some modules.
    init(side: Int, from fixed: [(row: Float, column: Float)]) {
        self.side = side
        let pieces = (side - 1) / Settling.spacing + 1
        self.pieces = pieces
        moves = Array(repeating: nil, count: pieces * pieces)
        let distances = (0..<pieces * pieces).map { piece -> Float in
            fixed.map { knot -> Float in
                let down = Float(piece / pieces * Settling.spacing) - knot.row
                let across = Float(piece % pieces * Settling.spacing) - knot.column
                return down * down + across * across
            }.min() ?? 0
        }
        order = (0..<pieces * pieces).sorted { distances[$0] < distances[$1] }
    }

    func module(of piece: Int) -> (row: Int, column: Int) {
        (piece / pieces * Settling.spacing, piece % pieces * Settling.spacing)
    }

    /// The mean of the moves around a piece, as far as they are known.
    func guess(at piece: Int) -> Place { mean(around: piece, own: 0) }

    mutating func settle(_ piece: Int, at move: Place) { moves[piece] = move }

    /// The move of a module, between those of the pieces around it.
    func move(_ row: Float, _ column: Float) -> Place {
        let (down, across) = (row / Float(Settling.spacing), column / Float(Settling.spacing))
        let (above, left) = (min(Int(down), pieces - 1), min(Int(across), pieces - 1))
        let (below, right) = (min(above + 1, pieces - 1), min(left + 1, pieces - 1))
        let (lower, further) = (down - Float(above), across - Float(left))
        let upper = smooth(above, left) * (1 - further) + smooth(above, right) * further
        let under = smooth(below, left) * (1 - further) + smooth(below, right) * further
        return upper * (1 - lower) + under * lower
    }

    private func smooth(_ row: Int, _ column: Int) -> Place {
        mean(around: row * pieces + column, own: 3)
    }

    /// Of a piece and those around it, its own move counting `own` times.
    private func mean(around piece: Int, own: Float) -> Place {
        let (row, column) = (piece / pieces, piece % pieces)
        var sum = Place.zero
        var weight: Float = 0
        for near in max(0, row - 1)...min(pieces - 1, row + 1) {
            for beside in max(0, column - 1)...min(pieces - 1, column + 1) {
                guard let move = moves[near * pieces + beside] else { continue }
                let share = near == row && beside == column ? own : 1
                sum += share * move
                weight += share
            }
        }
        return weight > 0 ? sum / weight : .zero
    }
}
