/// Changes one segment of the head of a JPEG file and sets its length right.
struct JPEGMutator: Mutator {
    private struct Segment {
        var marker: UInt8
        var content: [UInt8]

        var bytes: [UInt8] {
            let length = content.count + 2
            return [0xFF, marker, UInt8(truncatingIfNeeded: length >> 8)]
                + [UInt8(truncatingIfNeeded: length)] + content
        }
    }

    func changed(
        _ input: [UInt8], _ chance: inout Chance, _ within: ([UInt8]) -> [UInt8]
    ) -> [UInt8]? {
        var (segments, end) = segments(of: input)
        guard !segments.isEmpty else { return nil }
        let place = chance.below(segments.count)
        var picture = Array(input[end...])
        switch chance.below(7) {
        case 0 where segments.count > 1: segments.remove(at: place)
        case 1: segments.insert(segments[place], at: chance.below(segments.count))
        // Baseline, progressive, arithmetic, tables, restarts, application data.
        case 2:
            segments[place].marker = chance.one(
                of: [0xC0, 0xC1, 0xC2, 0xC4, 0xC9, 0xDA, 0xDB, 0xDD, 0xE0, 0xE1, 0xEE])
        case 3: picture = within(picture)
        default: segments[place].content = within(segments[place].content)
        }
        return [0xFF, 0xD8] + segments.flatMap(\.bytes) + picture
    }

    /// The segments up to the first scan, and where its data begin.
    private func segments(of file: [UInt8]) -> ([Segment], end: Int) {
        var segments: [Segment] = []
        var start = 2
        while file.count - start >= 4, file[start] == 0xFF {
            let length = Int(file[start + 2]) << 8 | Int(file[start + 3])
            guard length >= 2, length <= file.count - start - 2 else { break }
            segments.append(
                Segment(
                    marker: file[start + 1],
                    content: Array(file[start + 4..<start + 2 + length])))
            start += 2 + length
            if segments.last?.marker == 0xDA { break }
        }
        return (segments, min(start, file.count))
    }
}
