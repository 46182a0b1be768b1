/// Changes one chunk of a PNG file and sets its length and checksum right.
struct PNGMutator: Mutator {
    private struct Chunk {
        var name: [UInt8]
        var content: [UInt8]

        var bytes: [UInt8] {
            PNGMutator.word(UInt32(content.count)) + name + content
                + PNGMutator.word(PNGMutator.checksum(name + content))
        }
    }

    private static let names = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND", "gAMA", "zTXt", "iCCP"]

    func changed(
        _ input: [UInt8], _ chance: inout Chance, _ within: ([UInt8]) -> [UInt8]
    ) -> [UInt8]? {
        var chunks = chunks(of: input)
        guard !chunks.isEmpty else { return nil }
        let place = chance.below(chunks.count)
        switch chance.below(7) {
        case 0 where chunks.count > 1: chunks.remove(at: place)
        case 1: chunks.insert(chunks[place], at: chance.below(chunks.count))
        case 2: chunks[place].name = Array(chance.one(of: PNGMutator.names).utf8)
        case 3:
            let name = Array(chance.one(of: PNGMutator.names).utf8)
            chunks.insert(Chunk(name: name, content: chunks[place].content), at: place)
        // Sizes, depths, colour types and interlacing are what a decoder decides by.
        case 4 where chunks[0].content.count == 13:
            let field = chance.one(of: [3, 3, 7, 7, 8, 9, 12])
            chunks[0].content[field] = UInt8(chance.one(of: [0, 1, 2, 3, 4, 6, 8, 16, 40, 255]))
        default: chunks[place].content = within(chunks[place].content)
        }
        return Array(input[..<8]) + chunks.flatMap(\.bytes)
    }

    private func chunks(of file: [UInt8]) -> [Chunk] {
        var chunks: [Chunk] = []
        var start = 8
        while file.count - start >= 12 {
            let length = file[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
            let content = min(length, file.count - start - 12)
            chunks.append(
                Chunk(
                    name: Array(file[start + 4..<start + 8]),
                    content: Array(file[start + 8..<start + 8 + content])))
            start += 12 + content
        }
        return chunks
    }

    private static func word(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// CRC-32 of ISO 3309, as PNG uses it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { rest, byte in
            (0..<8).reduce(rest ^ UInt32(byte)) { rest, _ in
                rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1
            }
        }
    }
}
