/// Where the objects of a PDF are that cairo wrote (ISO 32000-1, 7.5.4): in order, none in a
/// stream.
struct PDFTable {
    /// Where the table begins, for the next one to name.
    let offset: Int
    /// The dictionary of the trailer, which goes on with `/Size`, and ends with `>>`.
    let trailer: String
    /// Where each object begins, by its number.
    private let offsets: [Int]

    /// The number of the next object.
    var count: Int { offsets.count }

    /// Returns nothing where the file is not in this form.
    init?(of file: [UInt8]) {
        let end = String(decoding: file.suffix(64), as: UTF8.self).split(separator: "\n")
        guard end.count > 2, end.suffix(3).first == "startxref", end.last == "%%EOF",
            let offset = Int(end[end.count - 2]), file.indices.contains(offset)
        else { return nil }
        let lines = String(decoding: file[offset...], as: UTF8.self).split(separator: "\n")
        guard lines.count > 2, lines[0] == "xref", lines[1].hasPrefix("0 "),
            let count = Int(lines[1].dropFirst(2)), count > 0, lines.count > count + 3,
            lines[count + 2] == "trailer"
        else { return nil }
        let offsets = lines[2..<(count + 2)].compactMap { Int($0.prefix(10)) }
        let rest = lines[(count + 3)...]
        guard offsets.count == count, offsets.allSatisfy({ $0 <= offset }),
            let last = rest.firstIndex(of: ">>"), rest.first == "<< /Size \(count)"
        else { return nil }
        self.offset = offset
        self.offsets = offsets
        trailer = rest[rest.startIndex..<last].dropFirst().joined(separator: "\n")
    }

    /// The objects that are a dictionary without a stream, by number; the text of each up to its
    /// last `>>`.
    func dictionaries(in file: [UInt8]) -> [(number: Int, text: String)] {
        (1..<count).compactMap { number in
            let start = offsets[number]
            let end = offsets.filter { $0 > start }.min() ?? offset
            let lines = String(decoding: file[start..<end], as: UTF8.self)
            guard lines.hasPrefix("\(number) 0 obj\n<<"), lines.hasSuffix(">>\nendobj\n") else {
                return nil
            }
            return (number, String(lines.dropLast(">>\nendobj\n".count)))
        }
    }
}
