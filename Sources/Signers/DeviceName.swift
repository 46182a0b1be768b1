/// Which key of which token: the attributes of a PKCS#11 URI that are used here (RFC 7512,
/// Spec/keys.md 3).
package struct DeviceName: Equatable, Sendable {
    static let scheme = "pkcs11:"

    /// The URI as it was given.
    package let text: String
    let token: String?
    let manufacturer: String?
    let model: String?
    let serial: String?
    let object: String?
    /// `id`: any bytes.
    let identifier: [UInt8]?
    /// Absolute; nil for p11-kit's.
    let modulePath: String?

    /// Reads a URI that begins with `pkcs11:`.
    ///
    /// Throws `SignerNameFault`: `uri` for what RFC 7512 does not allow, for an attribute that is
    /// not used here or comes twice, and for a URI that names no token or no key; `pinInURI`.
    package init(parsing text: String) throws(SignerNameFault) {
        guard text.hasPrefix(DeviceName.scheme) else { throw .uri(DeviceName.scheme) }
        let parts = text.dropFirst(DeviceName.scheme.count)
            .split(separator: "?", omittingEmptySubsequences: false)
        guard parts.count <= 2 else { throw .uri("?") }
        var path = try DeviceName.attributes(parts[0], separator: ";")
        var query = try DeviceName.attributes(parts.count == 2 ? parts[1] : "", separator: "&")
        guard query["pin-value"] == nil, query["pin-source"] == nil else { throw .pinInURI }
        self.text = text
        token = try DeviceName.text("token", &path)
        manufacturer = try DeviceName.text("manufacturer", &path)
        model = try DeviceName.text("model", &path)
        serial = try DeviceName.text("serial", &path)
        object = try DeviceName.text("object", &path)
        identifier = path.removeValue(forKey: "id")
        modulePath = try DeviceName.text("module-path", &query)
        let type = try DeviceName.text("type", &path)
        guard type == nil || type == "private" else { throw .uri("type") }
        if let unknown = (Array(path.keys) + query.keys).min() { throw .uri(unknown) }
        guard token != nil || serial != nil else { throw .uri("token") }
        guard object != nil || identifier != nil else { throw .uri("object") }
        guard modulePath?.hasPrefix("/") != false else { throw .uri("module-path") }
    }

    private static func attributes(
        _ text: Substring, separator: Character
    ) throws(SignerNameFault) -> [String: [UInt8]] {
        var values: [String: [UInt8]] = [:]
        for part in text.split(separator: separator) {
            guard let sign = part.firstIndex(of: "=") else { throw .uri(String(part)) }
            let name = String(part[..<sign])
            let value = bytes(part[part.index(after: sign)...])
            guard let value, !value.isEmpty, values[name] == nil else { throw .uri(name) }
            values[name] = value
        }
        return values
    }

    private static func text(
        _ name: String, _ values: inout [String: [UInt8]]
    ) throws(SignerNameFault) -> String? {
        guard let bytes = values.removeValue(forKey: name) else { return nil }
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
            throw .uri(name)
        }
        return text
    }

    /// The bytes of a value (RFC 3986 section 2.1); nil for a sign that has to be encoded.
    private static func bytes(_ text: Substring) -> [UInt8]? {
        let utf8 = Array(text.utf8)
        var bytes: [UInt8] = []
        var place = 0
        while place < utf8.count {
            guard utf8[place] == UInt8(ascii: "%") else {
                guard isPlain(utf8[place]) else { return nil }
                bytes.append(utf8[place])
                place += 1
                continue
            }
            let digits = String(decoding: utf8[place...].dropFirst().prefix(2), as: UTF8.self)
            guard digits.count == 2, digits.allSatisfy(\.isHexDigit),
                let byte = UInt8(digits, radix: 16)
            else { return nil }
            bytes.append(byte)
            place += 3
        }
        return bytes
    }

    /// What may be written as it is in both halves of the URI, and `/`, which paths are made of.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~:[]@!$'()*+,=/".utf8.contains(byte)
        }
    }
}
