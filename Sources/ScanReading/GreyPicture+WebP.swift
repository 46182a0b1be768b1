internal import CWebP

extension GreyPicture {
    /// Decodes a WebP file, transparent pixels over white; half a WebP is `damaged`, an animation
    /// `notAPicture`.
    static func decoded(webP bytes: [UInt8]) throws(PictureRefusal) -> GreyPicture {
        var features = WebPBitstreamFeatures()
        let status = unsafe bytes.withUnsafeBufferPointer { file in
            unsafe WebPGetFeatures(file.baseAddress, file.count, &features)
        }
        guard status == VP8_STATUS_OK else { throw .damaged }
        guard features.has_animation == 0 else { throw .notAPicture }
        let picture = try GreyPicture(width: Int(features.width), height: Int(features.height))
        let colours = try ByteBuffer(count: 4 * picture.pixelCount)
        let isWhole = unsafe colours.withBytes { colours in
            let decoded = unsafe bytes.withUnsafeBufferPointer { file in
                unsafe WebPDecodeRGBAInto(
                    file.baseAddress, file.count, colours.baseAddress, colours.count,
                    4 * features.width)
            }
            guard unsafe decoded != nil else { return false }
            unsafe picture.withPixels { pixels in unsafe mix(colours, into: pixels) }
            return true
        }
        guard isWhole else { throw .damaged }
        return picture
    }

    /// Red, green, blue and how opaque they are, to grey over white.
    private static func mix(
        _ colours: UnsafeMutableBufferPointer<UInt8>, into pixels: UnsafeMutableBufferPointer<UInt8>
    ) {
        for index in pixels.indices {
            let (red, green) = unsafe (Int(colours[4 * index]), Int(colours[4 * index + 1]))
            let (blue, opaque) = unsafe (Int(colours[4 * index + 2]), Int(colours[4 * index + 3]))
            let level = (77 * red + 150 * green + 29 * blue) / 256
            unsafe pixels[index] = UInt8((level * opaque + 255 * (255 - opaque)) / 255)
        }
    }
}
