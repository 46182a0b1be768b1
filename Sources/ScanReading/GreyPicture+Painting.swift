extension GreyPicture {
    /// Covers the boxes with white, so that another look sees what they outshone.
    ///
    /// The decoder tries a bounded number of triples of corners: the marks of a code that was read
    /// take the places of those of one that was not.
    func paintOut(_ codes: [FoundCode]) {
        unsafe withPixels { pixels in
            for code in codes {
                let columns = code.box.columns.clamped(to: 0..<width)
                for row in code.box.rows.clamped(to: 0..<height) where !columns.isEmpty {
                    let start = row * width + columns.lowerBound
                    unsafe pixels[start..<start + columns.count].update(repeating: 255)
                }
            }
        }
    }
}
