/// One test vector: `key: value` lines, each key once.
///
/// Values are text or hexadecimal.
package struct VectorFile: Sendable {
    package let name: String
    private let values: [String: String]

    /// Every `*.vec` of a folder of Vectors.
    package static func all(in folder: String) -> [VectorFile] {
        Checkout.files(below: "Vectors/\(folder)").filter { $0.hasSuffix(".vec") }.map {
            VectorFile(path: $0)
        }
    }

    /// Every row of a table of Vectors, its cells by column; the first cell is the name.
    package static func rows(of table: String) -> [VectorFile] {
        let lines = (Checkout.text("Vectors/\(table)") ?? "").split(separator: "\n").map {
            $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.dropFirst().map { cells in
            VectorFile(
                name: cells[0], values: Dictionary(uniqueKeysWithValues: zip(lines[0], cells)))
        }
    }

    private init(name: String, values: [String: String]) {
        self.name = name
        self.values = values
    }

    private init(path: String) {
        name = String(path.split(separator: "/").last?.dropLast(4) ?? "")
        var values: [String: String] = [:]
        for line in (Checkout.text(path) ?? "").split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            let value = parts.count == 2 ? String(parts[1].drop { $0 == " " }) : ""
            let key = String(parts[0])
            precondition(values.updateValue(value, forKey: key) == nil, "\(path): \(key) twice")
        }
        self.values = values
    }

    package var keys: Set<String> { Set(values.keys) }

    package func text(_ key: String) -> String? { values[key] }

    package func bytes(_ key: String) -> [UInt8]? {
        guard let digits = values[key].map({ Array($0.utf8) }), digits.count.isMultiple(of: 2)
        else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: digits.count, by: 2) {
            let pair = String(decoding: digits[place..<place + 2], as: UTF8.self)
            guard let byte = UInt8(pair, radix: 16) else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}
