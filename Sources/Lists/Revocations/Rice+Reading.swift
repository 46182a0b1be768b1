package import Wire

extension Rice {
    /// Reads `count` ascending numbers below 2^`width` from `input[range]`.
    ///
    /// Only what `encode` writes is read: a parameter that is not the best, bits that are not
    /// needed (`trailing-bytes`), padding that is not zero (`bit-padding`), a number too large
    /// (`out-of-range`) and an end that comes too early (`truncated`) are refused; in the order of
    /// Spec/lists.md 4.4.
    package static func decode(
        _ input: borrowing Span<UInt8>, _ range: Range<Int>, count: Int, width: Int,
        parameter: Int
    ) throws(DecodeError) -> [UInt64] {
        var reader = BitReader(range)
        var size = Size()
        var numbers: [UInt64] = []
        // Every number takes its zero and its low bits: no memory for more than can come.
        numbers.reserveCapacity(min(count, range.count * 8 / (1 + parameter)))
        let largest = (UInt64(1) << UInt64(width)) - 1
        var next: UInt64 = 0
        for _ in 0..<count {
            let at = reader.next
            let high = try reader.ones(input)
            let low = try reader.bits(parameter, input)
            guard high <= largest >> UInt64(parameter) else {
                throw DecodeError(.outOfRange, at: at)
            }
            let gap = high << UInt64(parameter) | low
            let number = next + gap
            guard number <= largest else { throw DecodeError(.outOfRange, at: at) }
            size.add(gap, parameter)
            numbers.append(number)
            next = number + 1
        }
        try reader.finish()
        guard size.isBest(count, parameter) else {
            throw DecodeError(.codingNotBest, at: range.lowerBound)
        }
        return numbers
    }

    /// The number of high bits with this parameter and its neighbours.
    ///
    /// It falls and then rises with the parameter, so that being better than the neighbours is
    /// being best.
    private struct Size {
        private var below: UInt64 = 0
        private var own: UInt64 = 0
        private var above: UInt64 = 0

        mutating func add(_ gap: UInt64, _ parameter: Int) {
            if parameter > 0 { below &+= gap >> UInt64(parameter - 1) }
            own &+= gap >> UInt64(parameter)
            above &+= gap >> UInt64(parameter + 1)
        }

        func isBest(_ count: Int, _ parameter: Int) -> Bool {
            (parameter == 0 || below > own + UInt64(count)) && above + UInt64(count) >= own
        }
    }
}

/// Bits of a range of bytes, the most significant of a byte first.
private struct BitReader {
    /// The next byte to take in.
    private(set) var next: Int
    private let end: Int
    /// Bits taken in, from the top; zeros below.
    private var window: UInt64 = 0
    private var held = 0

    init(_ range: Range<Int>) {
        next = range.lowerBound
        end = range.upperBound
    }

    private mutating func fill(_ input: borrowing Span<UInt8>) {
        while held <= 56, next < end {
            window |= UInt64(input[next]) &<< UInt64(56 - held)
            held += 8
            next += 1
        }
    }

    /// How many one bits come before the next zero, which is passed too.
    mutating func ones(_ input: borrowing Span<UInt8>) throws(DecodeError) -> UInt64 {
        var count = 0
        while true {
            fill(input)
            let run = (~window).leadingZeroBitCount
            if run < held {
                window = window << UInt64(run + 1)
                held -= run + 1
                return UInt64(count + run)
            }
            guard next < end else { throw DecodeError(.truncated, at: end) }
            count += held
            window = 0
            held = 0
        }
    }

    /// A number of `count` bits, at most 56.
    mutating func bits(
        _ count: Int, _ input: borrowing Span<UInt8>
    ) throws(DecodeError) -> UInt64 {
        if held < count { fill(input) }
        guard count <= held else { throw DecodeError(.truncated, at: end) }
        let number = window >> UInt64(64 - count)
        window = window << UInt64(count)
        held -= count
        return number
    }

    /// Fewer than eight bits may be left, all zero.
    func finish() throws(DecodeError) {
        guard next == end, held < 8 else { throw DecodeError(.trailingBytes, at: next) }
        guard window == 0 else { throw DecodeError(.bitPadding, at: end - 1) }
    }
}
