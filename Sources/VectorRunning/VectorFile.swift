package import Explaining

/// One vector: header lines in their order, and the payload (Vectors/README.md 1).
package struct VectorFile: Sendable {
    /// The largest file taken, in bytes; what is longer is written with `run`.
    package static let byteLimit = 4_194_304

    /// `cbor/cbor_key-order.vec` is `cbor_key-order`.
    package let name: String
    package let layer: VectorLayer
    package let kind: VectorKind
    package let headers: [(key: String, value: String)]
    /// The bytes after the empty line, with what `run` puts in.
    package let payload: [UInt8]

    /// Throws `VectorFault`, which names the file and the line, for everything that
    /// Vectors/README.md does not describe.
    package init(parsing bytes: [UInt8], named name: String) throws(VectorFault) {
        self.name = name
        guard let layer = VectorLayer(rawValue: String(name.prefix { $0 != "_" })) else {
            throw VectorFault(
                name, "son nom ne commence par aucune couche", "its name begins with no layer")
        }
        self.layer = layer
        let (lines, payload) = try VectorFile.split(bytes, name)
        var headers: [(key: String, value: String)] = []
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else {
                throw VectorFault(
                    name, "« \(line) » n’est pas une ligne d’en-tête",
                    "\"\(line)\" is no header line")
            }
            // By scalars: a combining mark would make one character of the space and itself.
            let value = line[line.index(after: colon)...].unicodeScalars
            guard value.isEmpty || value.first == " " else {
                throw VectorFault(
                    name, "il manque une espace après « \(line[...colon]) »",
                    "a space is missing after \"\(line[...colon])\"")
            }
            headers.append((String(line[..<colon]), String(value.dropFirst())))
        }
        guard headers.first?.key == "kind", let kind = VectorKind(rawValue: headers[0].value)
        else {
            throw VectorFault(
                name, "la première ligne ne donne pas de genre connu",
                "the first line gives no kind that is known")
        }
        self.kind = kind
        self.headers = headers
        let run = headers.first { $0.key == "run" }?.value
        self.payload = try VectorFile.expanded(payload, run, name)
        try kind.check(self)
    }

    /// The lines of the header, and what follows the first empty line.
    private static func split(
        _ bytes: [UInt8], _ name: String
    ) throws(VectorFault) -> (lines: [String], payload: [UInt8]) {
        let newline = UInt8(ascii: "\n")
        var lines: [String] = []
        var start = bytes.startIndex
        while let end = bytes[start...].firstIndex(of: newline) {
            if end == start { return (lines, Array(bytes[(end + 1)...])) }
            guard let line = String(validating: bytes[start..<end], as: UTF8.self) else {
                throw VectorFault(
                    name, "la ligne \(lines.count + 1) n’est pas en UTF-8",
                    "line \(lines.count + 1) is not UTF-8")
            }
            lines.append(line)
            start = end + 1
        }
        throw VectorFault(
            name, "aucune ligne vide ne finit l’en-tête", "no empty line ends the header")
    }

    /// `run: OFFSET BYTE COUNT` is for bytes too many to be stored.
    private static func expanded(
        _ payload: [UInt8], _ run: String?, _ name: String
    ) throws(VectorFault) -> [UInt8] {
        guard let run else { return payload }
        let words = run.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, let offset = Int(words[0]), let count = Int(words[2]),
            words[1].count == 2, let byte = UInt8(words[1], radix: 16),
            (0...payload.count).contains(offset), (1...67_108_864).contains(count)
        else {
            throw VectorFault(
                name, "run : « \(run) » n’est pas OFFSET BYTE COUNT",
                "run: \"\(run)\" is not OFFSET BYTE COUNT")
        }
        return payload[..<offset] + [UInt8](repeating: byte, count: count) + payload[offset...]
    }
}

extension VectorFile {
    /// The values of all headers of this name, in order.
    package func all(_ key: String) -> [String] {
        headers.filter { $0.key == key }.map(\.value)
    }

    /// The value of the first header of this name; nil if there is none.
    package func optional(_ key: String) -> String? { all(key).first }

    /// The value of the first header of this name; throws `VectorFault` if there is none.
    package func only(_ key: String) throws(VectorFault) -> String {
        guard let value = optional(key) else {
            throw VectorFault(name, "« \(key) » manque", "\"\(key)\" is missing")
        }
        return value
    }
}

/// Why a run of the vectors cannot go on: a file that is not a vector, or a verifier that does not
/// speak the protocol.
package struct VectorFault: Explained, Equatable {
    package let explanation: Explanation

    /// A fault of what `place` names, most often a file.
    init(_ place: String, _ french: String, _ english: String) {
        explanation = Explanation("vectors", .data, Wording(french, english).about(place))
    }

    /// A fault of the command under test.
    init(ofCommand french: String, _ english: String) {
        explanation = Explanation(
            "vector-command", .data, "la commande \(french)", "the command \(english)")
    }
}
