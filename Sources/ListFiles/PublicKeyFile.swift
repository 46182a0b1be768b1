internal import Files
internal import JSONFields
package import Wire

/// A `NAME.pub` file: a public key, what it is for, and its kid for people to compare.
package struct PublicKeyFile: Sendable {
    package static let format = "justificatif-key/1"
    private static let largest = 4_096

    package let role: KeyRole
    package let key: PublicKey

    package init(role: KeyRole, key: PublicKey) {
        self.role = role
        self.key = key
    }

    /// Reads a file; refuses a key that is not of prime order and a kid that is not its own.
    package init(
        reading path: String, _ crypto: some SignatureChecking & Hashing
    ) throws {
        let bytes = try FileReading.bytes(ofInput: path, limit: PublicKeyFile.largest)
        self = try ListsFault.reading { () throws(JSONFault) in
            try PublicKeyFile(parsing: bytes, from: path, crypto)
        }
    }

    private init(
        parsing bytes: [UInt8], from path: String, _ crypto: some SignatureChecking & Hashing
    ) throws(JSONFault) {
        var fields = try JSONFields(JSONValue(parsing: bytes, from: path), at: path)
        guard try fields.text("format") == PublicKeyFile.format else {
            throw fields.fault(
                "format", "n’est pas \(PublicKeyFile.format)", "is not \(PublicKeyFile.format)")
        }
        let role = try fields.text("role")
        let key = try HexadecimalKey.read(fields.text("key"), crypto)
        let kid = try fields.text("kid")
        try fields.finish()
        guard let known = KeyRole(rawValue: role) else {
            throw fields.fault(
                "role", "doit être issuer, revocations ou root",
                "must be issuer, revocations or root")
        }
        guard let key else { throw HexadecimalKey.fault("key", fields) }
        guard key.identifier(crypto).description == kid else {
            throw fields.fault(
                "kid", "n’est pas le kid de cette clé ; le fichier a été modifié",
                "is not the kid of this key; the file was altered")
        }
        self.init(role: known, key: key)
    }

    /// The text of the file.
    package func text(_ crypto: some Hashing) -> String {
        JSONValue.object([
            "format": .string(PublicKeyFile.format),
            "role": .string(role.rawValue),
            "key": .string(Hexadecimal.encode(key.bytes)),
            "kid": .string(key.identifier(crypto).description),
        ]).page()
    }
}

/// Public keys in JSON files: 64 lower-case hexadecimal digits.
enum HexadecimalKey {
    static func fault(_ field: String, _ fields: JSONFields) -> JSONFault {
        fields.fault(
            field, "doit avoir 64 chiffres hexadécimaux d’une clé Ed25519 d’ordre premier",
            "must be 64 hexadecimal digits of an Ed25519 key of prime order")
    }

    static func read(_ text: String, _ crypto: some SignatureChecking) -> PublicKey? {
        Hexadecimal.decode(text).flatMap { PublicKey($0, checkedBy: crypto) }
    }
}
