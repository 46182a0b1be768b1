/// Binary search.
enum Sorted {
    /// Whether an ascending run of numbers holds this one.
    static func contains<Number: FixedWidthInteger>(
        _ number: Number, in numbers: borrowing Span<Number>
    ) -> Bool {
        var low = 0
        var length = numbers.count
        while length > 1 {
            let half = length / 2
            // No early exit: the two ways cost the same, so the processor need not guess.
            low = numbers[low + half] <= number ? low + half : low
            length -= half
        }
        return length == 1 && numbers[low] == number
    }
}
