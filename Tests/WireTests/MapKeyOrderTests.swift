import TestSupport
import Testing
import Wire

@Suite struct MapKeyOrderTests {
    static func key(_ number: Int64) -> [UInt8] {
        number < 0 ? HandWriter.negative(UInt64(-1 - number)) : HandWriter.unsigned(UInt64(number))
    }

    /// Reads two keys, one after the other.
    static func fault(_ first: Int64, _ second: Int64) -> DecodeError? {
        WireTests.fault(in: key(first) + key(second)) { input, offset throws(DecodeError) in
            var keys = CBOR.MapKeys()
            _ = try keys.next(input, &offset)
            _ = try keys.next(input, &offset)
        }
    }

    /// Ascending by RFC 8949 section 4.2.1: bytewise over the encoded keys.
    static let ascending: [Int64] = [
        0, 1, 4, 6, 7, 23, 24, 100, 255, 256, 65_535, 65_536, 4_294_967_296, .max,
        -1, -2, -24, -25, -256, -257, -70_001, .min,
    ]

    @Test(arguments: ascending.indices.dropLast())
    func acceptsBytewiseOrder(place: Int) {
        for later in MapKeyOrderTests.ascending[(place + 1)...] {
            let first = MapKeyOrderTests.ascending[place]
            #expect(MapKeyOrderTests.fault(first, later) == nil, "\(first), \(later)")
            #expect(MapKeyOrderTests.fault(later, first)?.code == .keyOrder, "\(later), \(first)")
        }
    }

    @Test(arguments: ascending)
    func refusesAKeyTwice(number: Int64) {
        let second = MapKeyOrderTests.key(number).count
        #expect(
            MapKeyOrderTests.fault(number, number) == DecodeError(.keyOrder, at: second))
    }

    /// RFC 7049 put the shorter key first, -1 in one byte before 100 in two; RFC 8949 does not.
    @Test func refusesTheOldOrderOfLengthFirst() {
        #expect(MapKeyOrderTests.fault(100, -1) == nil)
        #expect(MapKeyOrderTests.fault(-1, 100) == DecodeError(.keyOrder, at: 1))
    }

    @Test func agreesWithTheOrderOfTheBytes() {
        var random = RunSeed.generator(2)
        for _ in 0..<2_000 {
            let shift = Int64.random(in: 0...62, using: &random)
            let first = Int64.random(in: .min ... .max, using: &random) >> shift
            let second = Int64.random(in: .min ... .max, using: &random) >> shift
            let (one, two) = (MapKeyOrderTests.key(first), MapKeyOrderTests.key(second))
            let isOrdered = one.lexicographicallyPrecedes(two)
            #expect((MapKeyOrderTests.fault(first, second) == nil) == isOrdered)
        }
    }

    @Test func ordersTheKeysOfUnknownMapsToo() {
        #expect(WireTests.fault(in: bytes("a201020104"), skipping)?.code == .keyOrder)
        #expect(WireTests.fault(in: bytes("a202020104"), skipping)?.code == .keyOrder)
        #expect(WireTests.fault(in: bytes("a220021864f4"), skipping)?.code == .keyOrder)
    }
}
