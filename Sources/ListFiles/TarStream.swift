/// Plain files out of a tar archive (POSIX.1-1988 ustar, and what GNU tar and pax write of it).
///
/// Names are read for reports only and never used as paths. Folders, links, devices and extended
/// headers are passed over. Bounded by the bytes that were read in (Spec/lists.md 6.4).
enum TarStream {
    struct Member: Equatable {
        let name: String
        let bytes: [UInt8]
    }

    enum Fault: Error, Equatable {
        case truncated
        case badHeader
        case tooMany(limit: Int)
    }

    private static let block = 512
    private static let magicAt = 257

    static func isTar(_ bytes: [UInt8]) -> Bool {
        bytes.count >= block && Array(bytes[magicAt..<magicAt + 5]) == Array("ustar".utf8)
    }

    /// All plain files, in the order of the archive, at most `limit`.
    static func members(of bytes: [UInt8], limit: Int) throws(Fault) -> [Member] {
        var members: [Member] = []
        var offset = 0
        while offset < bytes.count {
            guard bytes.count - offset >= block else { throw .truncated }
            let header = bytes[offset..<offset + block]
            if header.allSatisfy({ $0 == 0 }) { return members }
            guard isSound(header) else { throw .badHeader }
            let size = try number(header, at: 124, width: 12)
            let start = offset + block
            guard size <= bytes.count - start else { throw .truncated }
            let type = header[header.startIndex + 156]
            if type == UInt8(ascii: "0") || type == 0 {
                guard members.count < limit else { throw .tooMany(limit: limit) }
                members.append(
                    Member(
                        name: text(header, at: 0, width: 100),
                        bytes: Array(bytes[start..<start + size])))
            }
            offset = start + (size + block - 1) / block * block
        }
        throw .truncated
    }

    /// The magic is there and the sum of the header's bytes is right.
    private static func isSound(_ header: ArraySlice<UInt8>) -> Bool {
        let base = header.startIndex
        guard Array(header[base + magicAt..<base + magicAt + 5]) == Array("ustar".utf8),
            let wanted = try? number(header, at: 148, width: 8)
        else { return false }
        let sumField = base + 148..<base + 156
        let sum = header.indices.reduce(0) {
            $0 + (sumField.contains($1) ? 0x20 : Int(header[$1]))
        }
        return sum == wanted
    }

    /// An octal number, ended by a space or a zero.
    private static func number(
        _ header: ArraySlice<UInt8>, at place: Int, width: Int
    ) throws(Fault) -> Int {
        let start = header.startIndex + place
        let field = header[start..<start + width].drop { $0 == 0x20 }
        let digits = field.prefix { (0x30...0x37).contains($0) }
        guard !digits.isEmpty, digits.count <= 11,
            field.dropFirst(digits.count).allSatisfy({ $0 == 0 || $0 == 0x20 })
        else { throw .badHeader }
        return digits.reduce(0) { $0 * 8 + Int($1 - 0x30) }
    }

    private static func text(_ header: ArraySlice<UInt8>, at place: Int, width: Int) -> String {
        let start = header.startIndex + place
        return String(
            decoding: header[start..<start + width].prefix { $0 != 0 }, as: UTF8.self)
    }
}
