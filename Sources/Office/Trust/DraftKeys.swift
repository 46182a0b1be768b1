internal import Files
internal import JSONFields
internal import Lists
internal import Wire

/// Finds the keys and the logos a draft names.
struct DraftKeys<Crypto: SignatureChecking & Hashing> {
    /// The folder of the draft, from where names of files count.
    private let folder: String
    private let crypto: Crypto

    /// Those of the draft at `path`.
    init(of path: String, _ crypto: Crypto) {
        folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        self.crypto = crypto
    }

    /// 64 hexadecimal digits, or a .pub file of the wanted role.
    func key(
        _ field: String, _ text: String, _ role: KeyRole, _ fields: JSONFields
    ) throws -> PublicKey {
        if let bytes = Hexadecimal.decode(text), bytes.count == PublicKey.byteCount {
            guard let key = PublicKey(bytes, checkedBy: crypto) else {
                throw fields.fault(
                    field, "n’est pas une clé Ed25519 d’ordre premier",
                    "is not an Ed25519 key of prime order")
            }
            return key
        }
        return try OfficeKey.published(path(text), role, crypto)
    }

    /// The PNG file of that name.
    func logo(_ field: String, _ text: String, _ fields: JSONFields) throws -> Logo {
        let path = path(text)
        let bytes = try FileReading.bytes(ofInput: path, limit: Limits.logoBytes)
        guard let logo = Logo(png: bytes) else {
            throw fields.fault(
                field,
                "\(path) doit être un PNG d’au plus 600 par 200 pixels et "
                    + "\(Limits.logoBytes) octets",
                "\(path) must be a PNG of at most 600 by 200 pixels and \(Limits.logoBytes) bytes")
        }
        return logo
    }

    private func path(_ text: String) -> String {
        text.hasPrefix("/") ? text : "\(folder)/\(text)"
    }
}
