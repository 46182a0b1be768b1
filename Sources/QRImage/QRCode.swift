/// The modules of one QR symbol, without its quiet zone.
package struct QRCode: Equatable, Sendable {
    /// How much of the symbol may be lost: `medium` about 15 %, `quartile` about 25 %.
    package enum Correction: Sendable, CaseIterable {
        case medium
        case quartile
    }

    /// Size class of the symbol, 1...40.
    package let version: Int
    /// Modules a side, 21...177, without the quiet zone.
    package let side: Int
    /// The error correction drawn.
    package let correction: Correction
    /// Row after row, true = dark.
    private let modules: [Bool]

    /// Draws `text` as one alphanumeric segment; the same text always gives the same modules.
    ///
    /// Without `correction`, it is quartile while the symbol stays at version 13 or below, so that
    /// a 150 dpi scan still resolves a 35 mm print, and medium beyond (Spec/token.md, "QR").
    /// Throws `emptyText`, `notAlphanumeric`, `tooLong` or `outOfMemory`.
    package init(
        alphanumeric text: String, correction: Correction? = nil
    ) throws(QRImageFault) {
        let characters = try Self.alphanumericBytes(of: text)
        let chosen = correction ?? Self.usualCorrection(forCount: characters.count)
        let input = try SymbolInput(correction: chosen)
        try input.append(alphanumeric: characters)
        let symbol = try Symbol(encoding: input)
        self.version = symbol.version
        self.side = symbol.side
        self.correction = chosen
        self.modules = symbol.modules
    }

    /// Whether the module is dark; rows and columns are `0..<side`, from the top left.
    package func isDark(row: Int, column: Int) -> Bool {
        precondition(column >= 0 && column < side, "column outside the symbol")
        return modules[row * side + column]
    }
}

extension QRCode {
    /// ISO/IEC 18004: version 13 at quartile holds 244 codewords, 1952 bits; less 4 bits of mode
    /// and 11 of length, at 11 bits a pair.
    package static let longestAtQuartile = 352

    private static func usualCorrection(forCount count: Int) -> Correction {
        count <= longestAtQuartile ? .quartile : .medium
    }

    private static func alphanumericBytes(of text: String) throws(QRImageFault) -> [UInt8] {
        guard !text.isEmpty else { throw .emptyText }
        let bytes = Array(text.utf8)
        for (offset, byte) in bytes.enumerated() where !isAlphanumeric(byte) {
            throw .notAlphanumeric(offset: offset)
        }
        return bytes
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: " "), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "*"): true
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"): true
        case UInt8(ascii: ":"): true
        default: false
        }
    }
}
