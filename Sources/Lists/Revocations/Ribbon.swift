internal import Proofs
internal import Wire

/// One of the two filters of a closed day, a retrieval structure after Dillinger and Walzer,
/// "Ribbon filter": columns of as many bits each as it has slots (Spec/lists.md W8).
struct Ribbon: Equatable, Sendable {
    let hash: RibbonHash
    let columns: Int
    private let bits: ColumnBits
    /// The bit at which its first column begins.
    private let begin: Int

    init(_ hash: RibbonHash, columns: Int, _ bits: ColumnBits, from begin: Int) {
        self.hash = hash
        self.columns = columns
        self.bits = bits
        self.begin = begin
    }

    /// Whether each column says what it must of a fingerprint; takes no memory.
    func isPassed(by fingerprint: Fingerprint, _ hasher: some Hashing) -> Bool {
        guard columns > 0 else { return true }
        let row = hash.row(of: fingerprint, hasher)
        let wanted =
            switch hash.layer {
            case .approximate: row.value
            case .exact: UInt32.max
            }
        for column in 0..<columns {
            let window = bits.window(from: begin + column * hash.slots + row.start)
            let parity = UInt32((window & row.coefficients).nonzeroBitCount & 1)
            guard parity == wanted >> UInt32(31 - column) & 1 else { return false }
        }
        return true
    }
}

/// The bits of all columns of a day, the most significant of a byte first.
struct ColumnBits: Equatable, Sendable {
    /// Two words of zeros follow, so that a window may begin at any bit.
    private let words: [UInt64]

    init(_ bytes: [UInt8]) {
        var words = [UInt64](repeating: 0, count: (bytes.count + 7) / 8 + 2)
        for (place, byte) in bytes.enumerated() {
            words[place / 8] |= UInt64(byte) << UInt64(56 - place % 8 * 8)
        }
        self.words = words
    }

    /// 128 bits from this one on.
    func window(from first: Int) -> UInt128 {
        let (place, spare) = (first / 64, UInt128(first % 64))
        let start = UInt128(words[place]) << 64 | UInt128(words[place + 1])
        return start << spare | UInt128(words[place + 2]) >> (64 - spare)
    }
}
