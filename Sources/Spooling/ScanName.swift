/// The name of a dropped file in the form used for everything after (Spec/spool.md 2).
///
/// All bytes but `[A-Za-z0-9._-]` are percent-encoded, a leading dot too. What would be longer than
/// 160 bytes is cut, and ends with `~` and a hash of the whole. It is data: never a path, never
/// terminal text.
package struct ScanName: Hashable, Sendable, CustomStringConvertible {
    package static let byteLimit = 160
    private static let hashDigits = 8
    private static let cutMark = UInt8(ascii: "~")

    package let description: String

    /// From the bytes of a file name, which need not be UTF-8.
    package init(encoding name: [UInt8]) {
        var encoded: [UInt8] = []
        encoded.reserveCapacity(name.count)
        for (index, byte) in name.enumerated() {
            let isPlain = ScanName.isPlain(byte) && !(index == 0 && byte == UInt8(ascii: "."))
            if isPlain { encoded.append(byte) } else { encoded += ScanName.percent(byte) }
        }
        if encoded.count > ScanName.byteLimit {
            let kept = encoded.prefix(ScanName.byteLimit - 1 - ScanName.hashDigits)
            encoded = kept + [ScanName.cutMark] + ScanName.hash(name)
        }
        description = String(decoding: encoded, as: UTF8.self)
    }

    /// From a name that was encoded before; nil for any other text.
    package init?(encoded text: some StringProtocol) {
        let bytes = Array(text.utf8)
        let allowed = bytes.allSatisfy {
            ScanName.isPlain($0) || $0 == UInt8(ascii: "%") || $0 == ScanName.cutMark
        }
        guard !bytes.isEmpty, bytes.count <= ScanName.byteLimit, allowed,
            bytes.first != UInt8(ascii: ".")
        else { return nil }
        description = String(text)
    }

    /// The name is not here in whole: the mark is nowhere else, since `~` is encoded.
    package var isCut: Bool { description.utf8.contains(ScanName.cutMark) }

    /// The bytes of the name as it was dropped; of a cut one, those that are left and the mark.
    package var decoded: [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(description.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }

    /// FNV-1a of 32 bits in hexadecimal: tells names apart that begin alike.
    private static func hash(_ name: [UInt8]) -> [UInt8] {
        let hash = name.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
        let digits = String(hash, radix: 16)
        return Array((String(repeating: "0", count: hashDigits - digits.count) + digits).utf8)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private static func percent(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}
