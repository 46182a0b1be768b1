import TestSupport
import Testing
import Wire

@Suite struct UnknownDepthTests {
    static func arrays(_ depth: Int) -> [UInt8] {
        [UInt8](repeating: 0x81, count: depth) + [0x00]
    }

    static func maps(_ depth: Int) -> [UInt8] {
        [UInt8]((0..<depth).flatMap { _ in [0xA1, 0x00] as [UInt8] }) + [0x00]
    }

    @Test(arguments: 0...4)
    func acceptsContainersUpToTheLimit(depth: Int) throws {
        #expect(Limits.unknownDepth == 4)
        #expect(try reading(UnknownDepthTests.arrays(depth), skipping).end == depth + 1)
        #expect(try reading(UnknownDepthTests.maps(depth), skipping).end == 2 * depth + 1)
    }

    @Test(arguments: [5, 6, 100, 100_000])
    func refusesContainersBeyondTheLimit(depth: Int) {
        #expect(
            fault(in: UnknownDepthTests.arrays(depth), skipping) == DecodeError(.tooDeep, at: 4))
        #expect(fault(in: UnknownDepthTests.maps(depth), skipping) == DecodeError(.tooDeep, at: 8))
    }

    @Test func refusesEvenAnEmptyContainerBeyondTheLimit() {
        #expect(
            fault(in: [0x81, 0x81, 0x81, 0x81, 0x80], skipping) == DecodeError(.tooDeep, at: 4))
        #expect(
            fault(in: [0x81, 0x81, 0x81, 0x81, 0xA0], skipping) == DecodeError(.tooDeep, at: 4))
    }

    @Test func countsTheDepthOfSiblingsApart() throws {
        let deep = UnknownDepthTests.arrays(3)
        #expect(try reading(HandWriter.array([deep, deep, deep]), skipping).end == 13)
    }
}
