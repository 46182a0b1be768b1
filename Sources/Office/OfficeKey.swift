package import Explaining
internal import ListFiles
package import Sodium
package import Wire

/// Opens the keys that commands are given, each for the one role it may have there.
package enum OfficeKey {
    /// The secret key in a file; `passphrase` is asked for if the key is under one.
    ///
    /// Throws `OfficeKeyFault` for a file that is no such key and for a key of another role, and
    /// `FileFault` for a file that cannot be read.
    package static func secret(
        _ path: String, _ role: KeyRole, passphrase: () throws -> SecretBytes,
        _ crypto: SodiumCrypto
    ) throws -> SecretKey {
        let key: SecretKey
        do { key = try KeyFile.read(path, crypto, passphrase: passphrase) } catch let fault
            as SodiumFault
        {
            throw OfficeKeyFault.file(path, fault)
        }
        guard key.role == role else {
            throw OfficeKeyFault.role(path, key.role, wanted: role)
        }
        return key
    }

    /// The public key in a file.
    ///
    /// Throws `OfficeKeyFault` for a key of another role, and what reading a `PublicKeyFile`
    /// throws.
    package static func published(
        _ path: String, _ role: KeyRole, _ crypto: some SignatureChecking & Hashing
    ) throws -> PublicKey {
        let file = try PublicKeyFile(reading: path, crypto)
        guard file.role == role else {
            throw OfficeKeyFault.role(path, file.role, wanted: role)
        }
        return file.key
    }

    /// The secret that identifiers of justificatifs are computed from (Spec/signing.md 4).
    ///
    /// Throws `OfficeKeyFault` for a file of another form or purpose, and `FileFault`.
    package static func identifying(
        _ path: String, _ crypto: SodiumCrypto
    ) throws -> KeyedSecret {
        do { return try KeyedSecret(reading: path, .office, crypto) } catch let fault
            as SodiumFault
        {
            throw OfficeKeyFault.file(path, fault)
        }
    }
}

/// Why a key file is not the one that a command needs.
package enum OfficeKeyFault: Explained, Equatable {
    /// What is wrong with the file at a path.
    case file(String, SodiumFault)
    /// The key at a path has another role than the wanted one.
    case role(String, KeyRole, wanted: KeyRole)

    package var explanation: Explanation {
        switch self {
        case .file(let path, let fault): fault.explanation.about(path)
        case .role(let path, let role, let wanted):
            Explanation(
                "key-role", .configuration,
                "est une clé de rôle \(role.rawValue), et non \(wanted.rawValue)",
                "is a key for \"\(role.rawValue)\" and not for \"\(wanted.rawValue)\""
            ).about(path)
        }
    }
}
