/// Linear equations over GF(2), one row for each fingerprint; rows are eliminated as they come
/// (Spec/lists.md W11).
struct RibbonSystem {
    /// The row that begins with this slot; none has the coefficients 0.
    private var rows: [(coefficients: UInt128, value: UInt32)]

    init(slots: Int) { rows = Array(repeating: (0, 0), count: slots) }

    /// Adds a row of which `value` is wanted, a bit for each column; false if it contradicts those
    /// before.
    mutating func add(_ row: RibbonRow, _ value: UInt32) -> Bool {
        var (slot, coefficients, value) = (row.start, row.coefficients, value)
        while coefficients != 0 {
            let zeros = coefficients.leadingZeroBitCount
            slot += zeros
            coefficients <<= UInt128(zeros)
            guard rows[slot].coefficients != 0 else {
                rows[slot] = (coefficients, value)
                return true
            }
            coefficients ^= rows[slot].coefficients
            value ^= rows[slot].value
        }
        return value == 0
    }

    /// Writes the columns of the solution from bit `begin` of zero bytes on.
    ///
    /// Where no row begins, a slot is 0. The first column is that of the highest bit of the values.
    func solve(columns: Int, into bytes: inout [UInt8], from begin: Int) {
        for column in 0..<columns {
            let weight = UInt32(1) << UInt32(31 - column)
            var after: UInt128 = 0
            for slot in rows.indices.reversed() {
                let row = rows[slot]
                let wanted = row.value & weight == 0 ? 0 : 1
                // The leading coefficient is that of the slot itself.
                let others = (row.coefficients << 1 & after).nonzeroBitCount & 1
                let bit = row.coefficients == 0 ? 0 : wanted ^ others
                after = after >> 1 | UInt128(bit) << 127
                let place = begin + column * rows.count + slot
                bytes[place / 8] |= UInt8(bit) << UInt8(7 - place % 8)
            }
        }
    }
}
