extension GreyPicture {
    /// Covers the boxes with white, so that another look sees what they outshone.
    ///
    /// Marks of codes compete with one another when the decoder groups them: those of a code that
    /// was read may hide one that was not.
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
