internal import Reporting

/// What assistive tools need of a PDF and cairo 1.16 cannot write, added as PDF allows: behind the
/// file, objects that take the place of cairo's (ISO 32000-1, 7.5.6).
///
/// The language, the title as the name of the window, the words in place of the code, the title as
/// metadata; and for each font whose glyphs are named by number, that these are the font's own.
struct PDFUpdate {
    private var bytes: [UInt8]
    private let table: PDFTable
    private var offsets: [(number: Int, offset: Int)] = []

    /// The whole file; throws `drawing` where `file` is not as cairo writes it.
    static func bytes(
        of file: [UInt8], title: String, alternative: String
    ) throws(PageFault) -> [UInt8] {
        guard let table = PDFTable(of: file) else { throw .drawing("cairo wrote another table") }
        var update = PDFUpdate(bytes: file, table: table)
        let metadata = table.count
        let additions = [
            "/Type /Catalog": """
               /Lang (fr)
               /ViewerPreferences << /DisplayDocTitle true >>
               /Metadata \(metadata) 0 R
            """,
            "/S /Figure": "   /Alt \(textString(alternative))",
            "/Subtype /CIDFontType2": "   /CIDToGIDMap /Identity",
        ]
        var isUsed = Set<String>()
        for (number, text) in table.dictionaries(in: file) {
            for (key, addition) in additions where text.contains("\(key)\n") {
                update.add(number, "\(text)\(addition)\n>>\nendobj\n")
                isUsed.insert(key)
            }
        }
        guard isUsed.isSuperset(of: ["/Type /Catalog", "/S /Figure"]) else {
            throw .drawing("cairo wrote no catalog or no figure")
        }
        let xmp = PDFUpdate.metadata(title)
        update.add(
            metadata,
            """
            \(metadata) 0 obj
            << /Type /Metadata
               /Subtype /XML
               /Length \(xmp.utf8.count)
            >>
            stream
            \(xmp)
            endstream
            endobj

            """)
        return update.ended()
    }

    private init(bytes: [UInt8], table: PDFTable) {
        self.bytes = bytes
        self.table = table
    }

    private mutating func add(_ number: Int, _ object: String) {
        offsets.append((number, bytes.count))
        bytes += Array(object.utf8)
    }

    /// The table of what was added, and where the one before is.
    private consuming func ended() -> [UInt8] {
        let start = bytes.count
        var end = "xref\n"
        for (number, offset) in offsets.sorted(by: { $0.number < $1.number }) {
            let digits = String(offset)
            let zeros = String(repeating: "0", count: max(0, 10 - digits.count))
            end += "\(number) 1\n\(zeros)\(digits) 00000 n \n"
        }
        end += """
            trailer
            << /Size \(table.count + 1)
            \(table.trailer)
               /Prev \(table.offset)
            >>
            startxref
            \(start)
            %%EOF

            """
        return bytes + Array(end.utf8)
    }

    /// Text as UTF-16 in hexadecimal, whatever letters it has (7.9.2.2).
    private static func textString(_ text: String) -> String {
        let units = text.utf16.map { unit in
            String(Int(unit) + 0x1_0000, radix: 16, uppercase: true).dropFirst()
        }
        return "<FEFF\(units.joined())>"
    }

    /// XMP, which does not say PDF/UA: nobody has examined the page for that.
    private static func metadata(_ title: String) -> String {
        """
        <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:title><rdf:Alt>
        <rdf:li xml:lang="x-default">\(HTMLText.escaped(title))</rdf:li>
        </rdf:Alt></dc:title>
        <dc:language><rdf:Bag><rdf:li>fr</rdf:li></rdf:Bag></dc:language>
        </rdf:Description>
        </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="r"?>
        """
    }
}

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
