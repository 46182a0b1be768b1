/// Sixteen neighbouring pixels of a row, each with the eight around it.
///
/// Sixteen at once, because one at once makes a median dearer than the decoder itself.
struct Neighbourhood {
    typealias Pixels = SIMD16<UInt8>

    var upperLeft, upper, upperRight: Pixels
    var left, middle, right: Pixels
    var lowerLeft, lower, lowerRight: Pixels

    /// The fifth of the nine in order of lightness: takes away what is one pixel large.
    var median: Pixels {
        var this = self
        // The shortest network that brings the middle of nine to its place (Devillard, 1998).
        order(&this.upper, &this.upperRight)
        order(&this.middle, &this.right)
        order(&this.lower, &this.lowerRight)
        order(&this.upperLeft, &this.upper)
        order(&this.left, &this.middle)
        order(&this.lowerLeft, &this.lower)
        order(&this.upper, &this.upperRight)
        order(&this.middle, &this.right)
        order(&this.lower, &this.lowerRight)
        order(&this.upperLeft, &this.left)
        order(&this.right, &this.lowerRight)
        order(&this.middle, &this.lower)
        order(&this.left, &this.lowerLeft)
        order(&this.upper, &this.middle)
        order(&this.upperRight, &this.right)
        order(&this.middle, &this.lower)
        order(&this.middle, &this.upperRight)
        order(&this.lowerLeft, &this.middle)
        return pointwiseMin(this.middle, this.upperRight)
    }

    /// The darkest of the nine: closes gaps in pale print, such as those of a blocked nozzle.
    var darkest: Pixels {
        let above = pointwiseMin(pointwiseMin(upperLeft, upper), upperRight)
        let beside = pointwiseMin(pointwiseMin(left, middle), right)
        let below = pointwiseMin(pointwiseMin(lowerLeft, lower), lowerRight)
        return pointwiseMin(pointwiseMin(above, beside), below)
    }

    /// The mean, near ones counting more (1 2 1, 2 4 2, 1 2 1): takes away noise and edges.
    var softened: Pixels {
        Pixels(truncatingIfNeeded: (weightedSum &+ SIMD16(repeating: 8)) &>> 4)
    }

    /// As far from `softened` on the other side: gives edges back.
    var sharpened: Pixels {
        let own = SIMD16<Int16>(truncatingIfNeeded: middle)
        let soft = SIMD16<Int16>(truncatingIfNeeded: softened)
        let sharp = (own &+ own &- soft).clamped(
            lowerBound: SIMD16(repeating: 0), upperBound: SIMD16(repeating: 255))
        return Pixels(truncatingIfNeeded: sharp)
    }

    private var weightedSum: SIMD16<UInt16> {
        let corners = wide(upperLeft) &+ wide(upperRight) &+ wide(lowerLeft) &+ wide(lowerRight)
        let sides = wide(upper) &+ wide(left) &+ wide(right) &+ wide(lower)
        return corners &+ sides &<< 1 &+ wide(middle) &<< 2
    }

    @inline(__always)
    private func wide(_ pixels: Pixels) -> SIMD16<UInt16> {
        SIMD16<UInt16>(truncatingIfNeeded: pixels)
    }
}

@inline(__always)
private func order(_ one: inout Neighbourhood.Pixels, _ other: inout Neighbourhood.Pixels) {
    let darker = pointwiseMin(one, other)
    other = pointwiseMax(one, other)
    one = darker
}
