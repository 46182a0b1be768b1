/// The name of a dropped file in the form used for everything after (Spec/spool.md 2).
///
/// All bytes but `[A-Za-z0-9._-]` are percent-encoded, a leading dot too; what would be longer
/// than 160 bytes is cut and ends with `~`. It is data: never a path, never terminal text.
package struct ScanName: Hashable, Sendable, CustomStringConvertible {
    package static let byteLimit = 160
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
            encoded = encoded.prefix(ScanName.byteLimit - 1) + [UInt8(ascii: "~")]
        }
        description = String(decoding: encoded, as: UTF8.self)
    }

    /// From a name that was encoded before; nil for any other text.
    package init?(encoded text: some StringProtocol) {
        let bytes = Array(text.utf8)
        let allowed = bytes.allSatisfy {
            ScanName.isPlain($0) || $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "~")
        }
        guard !bytes.isEmpty, bytes.count <= ScanName.byteLimit, allowed,
            bytes.first != UInt8(ascii: ".")
        else { return nil }
        description = String(text)
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
