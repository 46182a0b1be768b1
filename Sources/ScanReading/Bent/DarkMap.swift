/// Which pixels are darker than what is around them, so that a crease between a light and a dark
/// side of a sheet does not matter.
struct DarkMap: ~Copyable {
    let width: Int
    let height: Int
    private let marks: ByteBuffer

    /// How far around a pixel reaches, in pixels: some six modules of a code at 200 dots an inch.
    private static let reach = 30

    init(of picture: borrowing GreyPicture) throws(PictureRefusal) {
        width = picture.width
        height = picture.height
        let marks = try ByteBuffer(count: width * height)
        unsafe picture.withPixels { pixels in
            unsafe marks.withBytes { marks in
                unsafe DarkMap.mark(pixels, picture.width, picture.height, in: marks)
            }
        }
        self.marks = marks
    }

    /// Whether this place is dark; light outside.
    func isDark(_ place: Place) -> Bool {
        guard place.x >= 0, place.y >= 0, place.x < Float(width), place.y < Float(height) else {
            return false
        }
        let index = Int(place.y) * width + Int(place.x)
        return unsafe marks.withBytes { marks in unsafe marks[index] == 1 }
    }

    /// The runs of one darkness in a row, from left to right: where each ends and how long it is.
    @inline(__always)
    func forEachRun(inRow row: Int, _ body: (_ end: Int, _ length: Int, _ isDark: Bool) -> Void) {
        unsafe marks.withBytes { marks in
            var start = row * width
            let end = start + width
            while start < end {
                let mark = unsafe marks[start]
                var next = start + 1
                while next < end, unsafe marks[next] == mark { next += 1 }
                body(next - row * width, next - start, mark == 1)
                start = next
            }
        }
    }

    private static func mark(
        _ pixels: UnsafeMutableBufferPointer<UInt8>, _ width: Int, _ height: Int,
        in marks: UnsafeMutableBufferPointer<UInt8>
    ) {
        // The sums of the columns around the row, moved down a row at a time.
        var columns = [Int32](repeating: 0, count: width)
        for row in 0..<min(reach, height) {
            for column in 0..<width {
                columns[column] += unsafe Int32(pixels[row * width + column])
            }
        }
        for row in 0..<height {
            let entering = row + reach
            if entering < height {
                let start = entering * width
                for column in 0..<width { columns[column] += unsafe Int32(pixels[start + column]) }
            }
            let leaving = row - reach - 1
            if leaving >= 0 {
                let start = leaving * width
                for column in 0..<width { columns[column] -= unsafe Int32(pixels[start + column]) }
            }
            let rows = min(row + reach, height - 1) - max(row - reach, 0) + 1
            var sum = columns[..<min(reach, width)].reduce(0, +)
            for column in 0..<width {
                if column + reach < width { sum += columns[column + reach] }
                if column > reach { sum -= columns[column - reach - 1] }
                let count = rows * (min(column + reach, width - 1) - max(column - reach, 0) + 1)
                let place = row * width + column
                // An eighth below the mean: paper is not all of one grey.
                let isDark = unsafe Int(pixels[place]) * count * 8 < Int(sum) * 7
                unsafe marks[place] = isDark ? 1 : 0
            }
        }
    }
}
