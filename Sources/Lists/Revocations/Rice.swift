/// Rice's code for ascending numbers, each once (Spec/lists.md 4.4).
///
/// Of each number the distance to the one before, less one, is written: its high part as that
/// many one bits and a zero, then its `parameter` low bits. Bits fill bytes from the most
/// significant one, zeros fill the last byte. Of the first number, it is the number itself.
package enum Rice {
    struct Coded: Equatable {
        /// The smallest of those that give the fewest bits.
        let parameter: Int
        let bits: [UInt8]
    }

    /// `numbers` ascend, each once.
    static func encode(_ numbers: [UInt64]) -> Coded {
        let gaps = gaps(numbers)
        let parameter = bestParameter(gaps)
        var bits = BitWriter()
        for gap in gaps {
            bits.ones(gap >> UInt64(parameter))
            bits.append(0, count: 1)
            bits.append(gap, count: parameter)
        }
        return Coded(parameter: parameter, bits: bits.bytes)
    }

    private static func gaps(_ numbers: [UInt64]) -> [UInt64] {
        var next: UInt64 = 0
        return numbers.map { number in
            defer { next = number + 1 }
            return number - next
        }
    }

    /// The number of bits falls and then rises with the parameter, never twice, so the first
    /// that the next one does not better is the best.
    static func bestParameter(_ gaps: [UInt64]) -> Int {
        var parameter = 0
        var high = gaps.reduce(0) { $0 + ($1 >> 0) }
        while true {
            let next = gaps.reduce(0) { $0 + ($1 >> UInt64(parameter + 1)) }
            if next + UInt64(gaps.count) >= high { return parameter }
            parameter += 1
            high = next
        }
    }
}

/// Bits in the order they are written, the most significant of a byte first.
private struct BitWriter {
    private(set) var bytes: [UInt8] = []
    private var room = 0

    mutating func ones(_ count: UInt64) {
        for _ in 0..<count { append(1, count: 1) }
    }

    /// The low `count` bits of a number, the highest of them first.
    mutating func append(_ number: UInt64, count: Int) {
        for place in stride(from: count - 1, through: 0, by: -1) {
            if room == 0 {
                bytes.append(0)
                room = 8
            }
            room -= 1
            bytes[bytes.count - 1] |= UInt8(number >> UInt64(place) & 1) << UInt8(room)
        }
    }
}
