import TestSupport
import Testing
import Wire

@Suite struct CBORHeadTests {
    /// The greatest argument of each width, and the least of the next.
    static let edges: [(argument: UInt64, width: Int)] = [
        (0, 0), (23, 0), (24, 1), (255, 1), (256, 2), (65_535, 2), (65_536, 4),
        (4_294_967_295, 4), (4_294_967_296, 8), (.max, 8),
    ]

    @Test(arguments: edges, 0...6)
    func readsTheShortestHeadAtEachEdge(edge: (argument: UInt64, width: Int), major: UInt8) throws {
        let input = HandWriter.head(major, edge.argument, width: edge.width)
        let read = try reading(input, CBOR.readHead)
        #expect(read.value.argument == edge.argument)
        #expect(read.value.major.rawValue == major)
        #expect(read.end == 1 + edge.width)
    }

    @Test(arguments: edges, [1, 2, 4, 8])
    func refusesEveryLongerHead(edge: (argument: UInt64, width: Int), width: Int) {
        guard width > edge.width else { return }
        for major: UInt8 in 0...6 {
            let input = HandWriter.head(major, edge.argument, width: width)
            #expect(fault(in: input, CBOR.readHead) == DecodeError(.notShortest, at: 0))
        }
    }

    @Test(arguments: [1, 2, 4, 8])
    func refusesSimpleValuesWithALongHead(width: Int) {
        for argument: UInt64 in [0, 20, 21, 22, 24, 255] {
            let input = HandWriter.head(7, argument, width: width)
            #expect(fault(in: input, CBOR.readHead) == DecodeError(.wrongType, at: 0))
        }
    }

    @Test(arguments: [1, 2, 4, 8])
    func refusesAHeadCutShort(width: Int) {
        let whole = HandWriter.head(0, .max >> UInt64(64 - 8 * width), width: width)
        for count in 0..<whole.count {
            let input = Array(whole.prefix(count))
            #expect(fault(in: input, CBOR.readHead) == DecodeError(.truncated, at: count))
        }
    }

    @Test func writesTheSameHeads() {
        for edge in CBORHeadTests.edges {
            var writer = CBORWriter()
            writer.head(.text, edge.argument)
            #expect(writer.bytes == HandWriter.head(3, edge.argument))
        }
    }

    @Test func writesEachKindOfValueAsAnIndependentWriterDoes() {
        var writer = CBORWriter()
        writer.array(7)
        writer.integer(-19)
        writer.integer(.min)
        writer.integer(.max)
        writer.text("Œuvre")
        writer.byteString([1, 2])
        writer.bool(true)
        writer.null()
        writer.map(0)
        let hand = HandWriter.array([
            HandWriter.negative(18), HandWriter.negative(UInt64(Int64.max)),
            HandWriter.unsigned(UInt64(Int64.max)), HandWriter.text("Œuvre"),
            HandWriter.bytes([1, 2]), HandWriter.yes, HandWriter.null,
        ])
        #expect(writer.bytes == hand + HandWriter.map([]))
    }
}
