import Sodium
import TestSupport
import Wire

/// Secret key files of known seeds.
enum KeyFiles {
    static let seed = [UInt8](0..<32)

    static func line(_ role: KeyRole, _ form: String = "plain") -> [UInt8] {
        Array("justificatif-secret-key/1 \(role.rawValue) \(form)\n".utf8)
    }

    static func plain(
        seed: [UInt8] = seed, role: KeyRole = .issuer, in folder: borrowing TemporaryFolder
    ) throws -> SecretKey {
        try read(folder.write(line(role) + seed, as: "plain.key"))
    }

    /// Reads a file that must not ask for a passphrase.
    static func read(_ path: String) throws -> SecretKey {
        try KeyFile.read(path, Practice.crypto) { throw SodiumFault.passphraseNeeded }
    }

    static func read(
        _ path: String, passphrase: String, in folder: borrowing TemporaryFolder
    ) throws -> SecretKey {
        let words = folder.write(secret: Array(passphrase.utf8), as: "words")
        return try KeyFile.read(path, Practice.crypto) { try Passphrase.read(fromFile: words) }
    }

    /// The bytes of a file under the passphrase `ouvre-toi`, made once: it takes half a second.
    static let sealed: [UInt8] = {
        let folder = TemporaryFolder()
        let words = folder.write(secret: Array("ouvre-toi\n".utf8), as: "words")
        do {
            try KeyFile.write(
                plain(in: folder), to: folder.file("sealed.key"),
                passphrase: Passphrase.read(fromFile: words), Practice.crypto)
        } catch {
            preconditionFailure("cannot write a key: \(error)")
        }
        return folder.contents(of: "sealed.key") ?? []
    }()
}
