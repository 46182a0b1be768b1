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
