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
