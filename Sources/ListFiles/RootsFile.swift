internal import Files
internal import JSONFields
package import Lists
package import Wire

/// A `roots.pub` file: whom a verifier trusts before it has seen any list (Spec/lists.md 2.1).
package enum RootsFile {
    package static let format = "justificatif-roots/1"
    private static let largest = 16_384

    /// Reads a file; refuses a threshold that cannot be met and a key that is not of prime order.
    package static func read(
        _ path: String, _ crypto: some SignatureChecking
    ) throws -> Roots {
        try parse(FileReading.bytes(ofInput: path, limit: largest), from: path, crypto)
    }

    /// The same of bytes that are there already; `source` is what an error calls them.
    package static func parse(
        _ bytes: [UInt8], from source: String, _ crypto: some SignatureChecking
    ) throws -> Roots {
        try ListsFault.reading { () throws(JSONFault) in try roots(bytes, source, crypto) }
    }

    private static func roots(
        _ bytes: [UInt8], _ source: String, _ crypto: some SignatureChecking
    ) throws(JSONFault) -> Roots {
        var fields = try JSONFields(
            JSONValue(parsing: bytes, from: source, limit: largest), at: source)
        guard try fields.text("format") == format else {
            throw fields.fault("format", "n’est pas \(format)", "is not \(format)")
        }
        let version = try fields.integer("version")
        let threshold = try fields.integer("threshold")
        var keys: [PublicKey] = []
        for (index, text) in try fields.texts("keys").enumerated() {
            guard let key = HexadecimalKey.read(text, crypto) else {
                throw HexadecimalKey.fault("keys[\(index)]", fields)
            }
            keys.append(key)
        }
        try fields.finish()
        guard let number = UInt64(exactly: version), let count = Int(exactly: threshold),
            let roots = Roots(version: number, threshold: count, keys: keys)
        else {
            throw fields.fault(
                "threshold",
                "avec \(keys.count) clé(s) différente(s), il doit être de 1 à \(keys.count), et "
                    + "la version 1 ou plus",
                "with \(keys.count) different key(s) it must be 1 to \(keys.count), "
                    + "and the version 1 or more")
        }
        return roots
    }

    /// The text of the file.
    package static func text(_ roots: Roots) -> String {
        JSONValue.object([
            "format": .string(format),
            "version": .integer(Int64(clamping: roots.version)),
            "threshold": .integer(Int64(roots.threshold)),
            "keys": .array(roots.keys.map { .string(Hexadecimal.encode($0.bytes)) }),
        ]).page()
    }
}
