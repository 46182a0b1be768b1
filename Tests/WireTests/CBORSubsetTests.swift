import Testing
import Wire

/// The examples of RFC 8949 appendix A, inside and outside the subset.
@Suite struct CBORSubsetTests {
    @Test(arguments: [
        "00", "01", "0a", "17", "1818", "1819", "1864", "1903e8", "1a000f4240",
        "1b000000e8d4a51000", "1bffffffffffffffff", "3bffffffffffffffff", "20", "29", "3863",
        "3903e7", "f4", "f5", "f6", "40", "4401020304", "60", "6161", "6449455446", "62225c",
        "62c3bc", "63e6b0b4", "64f0908591", "80", "83010203", "8301820203820405",
        "98190102030405060708090a0b0c0d0e0f101112131415161718181819", "a0", "a201020304",
    ])
    func passesOverEveryExampleOfTheSubset(example: String) throws {
        #expect(try reading(bytes(example), skipping).end == example.count / 2)
    }

    @Test(arguments: [
        // Big numbers, dates, encoded CBOR: tags.
        ("c249010000000000000000", DecodeError.Code.wrongType),
        ("c349010000000000000000", .wrongType),
        ("c074323031332d30332d32315432303a30343a30305a", .wrongType),
        ("c11a514b67b0", .wrongType), ("d74401020304", .wrongType),
        ("d818456449455446", .wrongType),
        ("d82076687474703a2f2f7777772e6578616d706c652e636f6d", .wrongType),
        // Floats.
        ("f90000", .wrongType), ("f98000", .wrongType), ("f93c00", .wrongType),
        ("fb3ff199999999999a", .wrongType), ("f97bff", .wrongType), ("fa47c35000", .wrongType),
        ("fb7e37e43c8800759c", .wrongType), ("f97c00", .wrongType), ("f97e00", .wrongType),
        ("fa7fc00000", .wrongType), ("fb7ff8000000000000", .wrongType),
        // Undefined and unassigned simple values.
        ("f7", .wrongType), ("f0", .wrongType), ("f8ff", .wrongType), ("f818", .wrongType),
        ("f814", .wrongType), ("e0", .wrongType), ("f3", .wrongType),
        // Indefinite lengths, and the break alone.
        ("5f42010243030405ff", .indefiniteLength),
        ("7f657374726561646d696e67ff", .indefiniteLength),
        ("9fff", .indefiniteLength), ("9f018202039f0405ffff", .indefiniteLength),
        ("bf6161019f0203ffff", .indefiniteLength), ("ff", .indefiniteLength),
        ("1f", .indefiniteLength), ("3f", .indefiniteLength), ("df", .indefiniteLength),
        // Maps with keys that are no integers.
        ("a26161016162820203", .wrongType), ("a1f501", .wrongType), ("a1400000", .wrongType),
    ])
    func refusesEveryOtherExample(example: String, code: DecodeError.Code) {
        #expect(fault(in: bytes(example), skipping)?.code == code)
    }

    @Test(arguments: 0...7, [28, 29, 30])
    func refusesReservedHeads(major: Int, information: Int) {
        let input = [UInt8(major << 5 | information)] + [UInt8](repeating: 0, count: 16)
        #expect(fault(in: input, skipping) == DecodeError(.reservedHead, at: 0))
        #expect(fault(in: input, CBOR.readHead) == DecodeError(.reservedHead, at: 0))
    }

    @Test(arguments: [
        "8301820203820405", "a201020304", "1bffffffffffffffff", "64f0908591", "4401020304",
        "98190102030405060708090a0b0c0d0e0f101112131415161718181819", "a118ff83f4f5f6",
    ])
    func refusesEveryBeginning(example: String) {
        let whole = bytes(example)
        for count in 0..<whole.count {
            #expect(
                fault(in: Array(whole.prefix(count)), skipping)
                    == DecodeError(.truncated, at: count), "\(count) bytes")
        }
    }

    @Test func leavesWhatComesAfterToTheCaller() throws {
        let input = bytes("1864f4")
        #expect(try reading(input, skipping).end == 2)
        #expect(throws: DecodeError(.trailingBytes, at: 2)) { try CBOR.readEnd(input.span, 2) }
        #expect(throws: Never.self) { try CBOR.readEnd(input.span, 3) }
    }
}
