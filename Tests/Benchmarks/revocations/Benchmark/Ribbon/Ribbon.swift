/// Slots of `width` bits each, such that the slots a row asks for add up (exclusive or) to its
/// value: a retrieval structure after Dillinger and Walzer, "Ribbon filter".
///
/// Column after column, the highest bit of all slots first; bits fill bytes from the most
/// significant one, and zero bits fill the last byte.
struct Ribbon {
    let slots: Int
    let width: Int
    let bytes: ArraySlice<UInt8>

    static func byteCount(slots: Int, width: Int) -> Int { (slots * width + 7) / 8 }

    /// What the slots say for this row.
    func value(for row: RibbonRow) -> UInt32 {
        let start = row.start(slots: slots)
        let coefficients = row.coefficients(slots: slots)
        return (0..<width).reduce(0) { value, column in
            let window = bits(from: column * slots + start) & coefficients
            return value << 1 | UInt32(window.nonzeroBitCount & 1)
        }
    }

    /// 128 bits from this one on; zero bits follow the last byte.
    private func bits(from first: Int) -> UInt128 {
        let (place, spare) = (first / 8, UInt128(first % 8))
        return unsafe bytes.withUnsafeBytes { all in
            if place + 16 < all.count {
                let window = unsafe all.loadUnaligned(fromByteOffset: place, as: UInt128.self)
                return unsafe (window.bigEndian << spare) | UInt128(all[place + 16]) >> (8 - spare)
            }
            let window = (place..<place + 16).reduce(into: UInt128(0)) { window, byte in
                window = window << 8
                if byte < all.count { unsafe window |= UInt128(all[byte]) }
            }
            return window << spare
        }
    }
}

/// Gaussian elimination, row by row as they come.
struct RibbonSystem {
    /// The row that begins with this slot; none has the coefficients 0.
    private var rows: [(coefficients: UInt128, value: UInt32)]

    init(slots: Int) { rows = Array(repeating: (0, 0), count: slots) }

    /// False if the row contradicts those before.
    mutating func add(_ row: RibbonRow, value: UInt32) -> Bool {
        var slot = row.start(slots: rows.count)
        var (coefficients, value) = (row.coefficients(slots: rows.count), value)
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

    /// The solution whose free slots are 0.
    func solved(width: Int) -> Ribbon {
        var bytes = [UInt8](repeating: 0, count: Ribbon.byteCount(slots: rows.count, width: width))
        for column in 0..<width {
            let weight = UInt32(1) << UInt32(width - 1 - column)
            var after: UInt128 = 0
            for slot in rows.indices.reversed() {
                let row = rows[slot]
                let wanted = row.value & weight == 0 ? 0 : 1
                // The leading coefficient is that of the slot itself.
                let others = (row.coefficients << 1 & after).nonzeroBitCount & 1
                let bit = row.coefficients == 0 ? 0 : wanted ^ others
                after = after >> 1 | UInt128(bit) << 127
                let place = column * rows.count + slot
                bytes[place / 8] |= UInt8(bit) << UInt8(7 - place % 8)
            }
        }
        return Ribbon(slots: rows.count, width: width, bytes: bytes[...])
    }
}
