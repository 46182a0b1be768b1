internal import JSONFields
internal import ListFiles
internal import Wire

/// Finds the keys a draft names.
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
        let path = text.hasPrefix("/") ? text : "\(folder)/\(text)"
        let file = try PublicKeyFile(reading: path, crypto)
        guard file.role == role else {
            throw fields.fault(
                field,
                "\(path) est une clé de rôle \(file.role.rawValue), et non \(role.rawValue)",
                "\(path) is a key for \"\(file.role.rawValue)\", not \"\(role.rawValue)\"")
        }
        return file.key
    }
}
