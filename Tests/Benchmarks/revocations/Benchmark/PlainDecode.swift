/// One pass over the bits of a list and nothing else, as a yardstick: no check, no memory.
enum PlainDecode {
    struct Run {
        let range: Range<Int>
        let count: Int
        let parameter: Int
    }

    static func sum(_ bytes: borrowing Span<UInt8>, _ runs: [Run]) -> UInt64 {
        var sum: UInt64 = 0
        for run in runs {
            var window: UInt64 = 0
            var held = 0
            var next = run.range.lowerBound
            for _ in 0..<run.count {
                while held <= 56, next < run.range.upperBound {
                    window |= UInt64(bytes[next]) << UInt64(56 - held)
                    held += 8
                    next += 1
                }
                let ones = (~window).leadingZeroBitCount
                window <<= UInt64(ones + 1)
                held -= ones + 1
                while held <= 56, next < run.range.upperBound {
                    window |= UInt64(bytes[next]) << UInt64(56 - held)
                    held += 8
                    next += 1
                }
                let low = window >> UInt64(64 - run.parameter)
                window <<= UInt64(run.parameter)
                held -= run.parameter
                sum &+= UInt64(ones) << UInt64(run.parameter) | low
            }
        }
        return sum
    }
}
