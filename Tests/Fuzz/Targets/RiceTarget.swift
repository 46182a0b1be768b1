import Wire

@testable import Lists

/// The code of the values of a closed day.
///
/// An input is count (two bytes), width, parameter, and the bits.
enum RiceTarget: FuzzTarget {
    static let name = "rice"

    static func examine(_ input: [UInt8]) throws {
        guard input.count >= 4 else { return }
        let count = Int(input[0]) << 8 | Int(input[1])
        let width = Int(input[2]) % Limits.revocationWidth + 1
        let parameter = Int(input[3]) % (width + 1)
        let bits = Array(input[4...])
        try examine(
            bits, count: max(1, count), width: width, parameter: parameter, isGood: false)
        try examineWriting(bits, width: width)
    }

    /// Bits that decode are those that the numbers encode to.
    static func examine(
        _ bits: [UInt8], count: Int, width: Int, parameter: Int, isGood: Bool
    ) throws {
        let decoded = try? Rice.decode(
            bits.span, bits.indices, count: count, width: width, parameter: parameter)
        guard let numbers = decoded else {
            return try hold(!isGood, "the days of a list that was read can be read")
        }
        try hold(numbers.count == count, "as many come as were announced")
        try hold(numbers.allSatisfy { $0 >> UInt64(width) == 0 }, "no number is too wide")
        try hold(zip(numbers, numbers.dropFirst()).allSatisfy(<), "numbers ascend")
        let coded = Rice.encode(numbers)
        try hold(coded == .init(parameter: parameter, bits: bits), "numbers have one code")
    }

    /// Numbers made of the bits come back from their code.
    private static func examineWriting(_ bytes: [UInt8], width: Int) throws {
        let step = (width + 7) / 8
        let mask = UInt64(1) << UInt64(width) - 1
        let starts = stride(from: 0, to: bytes.count - step + 1, by: step)
        let numbers = Set(
            starts.map { start in
                bytes[start..<start + step].reduce(UInt64(0)) { $0 << 8 | UInt64($1) } & mask
            }
        ).sorted()
        guard !numbers.isEmpty else { return }
        let coded = Rice.encode(numbers)
        let decoded = try Rice.decode(
            coded.bits.span, coded.bits.indices, count: numbers.count, width: width,
            parameter: coded.parameter)
        try hold(decoded == numbers, "what is written is read")
    }
}
