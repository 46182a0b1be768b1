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

extension GreyPicture {
    /// Each pixel from itself and the eight around it; the outermost stay as they are.
    @inline(__always)
    func filtered(
        _ filter: (Neighbourhood) -> Neighbourhood.Pixels
    ) throws(PictureRefusal) -> GreyPicture {
        let result = try GreyPicture(width: width, height: height)
        let lanes = Neighbourhood.Pixels.scalarCount
        unsafe withPixels { from in
            unsafe result.withPixels { to in
                _ = unsafe to.update(fromContentsOf: from)
                guard width >= lanes + 2, height > 2 else { return }
                for row in 1..<height - 1 {
                    var column = 1
                    while column < width - 1 {
                        // The last stretch of a row overlaps the one before it.
                        let start = row * width + min(column, width - 1 - lanes)
                        let around = unsafe Neighbourhood(around: start, width, in: from)
                        unsafe UnsafeMutableRawBufferPointer(to).storeBytes(
                            of: filter(around), toByteOffset: start, as: Neighbourhood.Pixels.self)
                        column += lanes
                    }
                }
            }
        }
        return result
    }
}

extension Neighbourhood {
    /// Those of the pixels from `start` on, which has rows and columns around it.
    @inline(__always)
    init(around start: Int, _ width: Int, in pixels: UnsafeMutableBufferPointer<UInt8>) {
        let bytes = UnsafeRawBufferPointer(pixels)
        func at(_ offset: Int) -> Pixels {
            unsafe bytes.loadUnaligned(fromByteOffset: start + offset, as: Pixels.self)
        }
        self.init(
            upperLeft: at(-width - 1), upper: at(-width), upperRight: at(1 - width),
            left: at(-1), middle: at(0), right: at(1),
            lowerLeft: at(width - 1), lower: at(width), lowerRight: at(width + 1))
    }
}

extension GreyPicture {
    /// Edges given back that a lens out of focus, or a soft scanner, has spread: each pixel four
    /// times as far from its surroundings as it is.
    ///
    /// Surroundings are what is left of the picture when it was softened six times, some five
    /// pixels wide. `Neighbourhood.sharpened` sees one pixel around: too near for such a blur.
    func unblurred() throws(PictureRefusal) -> GreyPicture {
        var surroundings = try filtered(\.softened)
        for _ in 1..<6 { surroundings = try surroundings.filtered(\.softened) }
        let result = try GreyPicture(width: width, height: height)
        unsafe withPixels { from in
            unsafe surroundings.withPixels { around in
                unsafe result.withPixels { to in
                    for index in from.indices {
                        let (own, soft) = unsafe (Int16(from[index]), Int16(around[index]))
                        unsafe to[index] = UInt8(min(255, max(0, own + 4 * (own - soft))))
                    }
                }
            }
        }
        return result
    }
}
