extension GreyPicture {
    /// Half as wide and high, each pixel the mean of four; nothing when a side would be lost.
    func halved() throws(PictureRefusal) -> GreyPicture? {
        guard width > 1, height > 1 else { return nil }
        let result = try GreyPicture(width: width / 2, height: height / 2)
        unsafe withPixels { from in
            unsafe result.withPixels { to in
                for row in 0..<result.height {
                    for column in 0..<result.width {
                        let at = 2 * (row * width + column)
                        let upper = unsafe UInt16(from[at]) + UInt16(from[at + 1])
                        let lower = unsafe UInt16(from[at + width]) + UInt16(from[at + width + 1])
                        unsafe to[row * result.width + column] = UInt8((upper + lower + 2) / 4)
                    }
                }
            }
        }
        return result
    }

    /// Twice as wide and high, between the pixels a straight line.
    func doubled() throws(PictureRefusal) -> GreyPicture {
        let result = try GreyPicture(width: 2 * width, height: 2 * height)
        unsafe withPixels { from in
            unsafe result.withPixels { to in
                for row in 0..<result.height {
                    let near = row / 2 * width
                    let far = neighbour(of: row, below: height) * width
                    for column in 0..<result.width {
                        let beside = column / 2
                        let next = neighbour(of: column, below: width)
                        // A quarter of the way to the row, and to the column, that is nearer.
                        let nearRow =
                            unsafe 3 * UInt16(from[near + beside]) + UInt16(from[near + next])
                        let farRow =
                            unsafe 3 * UInt16(from[far + beside]) + UInt16(from[far + next])
                        let mixed = (3 * nearRow + farRow + 8) / 16
                        unsafe to[row * result.width + column] = UInt8(mixed)
                    }
                }
            }
        }
        return result
    }

    /// Of a place in the doubled picture, the place before or after its own in the first one.
    private func neighbour(of place: Int, below count: Int) -> Int {
        min(count - 1, max(0, place / 2 + (place % 2 == 0 ? -1 : 1)))
    }

    /// Left for right.
    func mirrored() throws(PictureRefusal) -> GreyPicture {
        let result = try GreyPicture(width: width, height: height)
        unsafe withPixels { from in
            unsafe result.withPixels { to in
                for row in 0..<height {
                    let start = row * width
                    let end = start + width - 1
                    for column in 0..<width { unsafe to[start + column] = from[end - column] }
                }
            }
        }
        return result
    }
}
