package import Files
internal import ListFiles
package import Sodium
package import Wire

/// A secret key and the half of it to give away, as two files.
package struct KeyPair: Equatable, Sendable {
    package let secretPath: String
    package let publicPath: String

    /// The files `NAME.key` and `NAME.pub`; neither is made yet.
    ///
    /// Throws `exists` if one of them is there: a key is never overwritten.
    package init(named name: String) throws(FileFault) {
        (secretPath, publicPath) = ("\(name).key", "\(name).pub")
        for path in [secretPath, publicPath] where Folders.exists(path) {
            throw FileFault(
                .exists, path, "existe déjà ; une clé n’est jamais remplacée",
                "exists already; a key is never overwritten")
        }
    }

    /// Makes a key of a role and writes both files; the secret one under a passphrase if one is
    /// given.
    package func make(
        role: KeyRole, passphrase: consuming SecretBytes?, _ crypto: SodiumCrypto
    ) throws -> PublicKey {
        let key = try SecretKey(role: role, crypto)
        try KeyFile.write(key, to: secretPath, passphrase: passphrase, crypto)
        let published = PublicKeyFile(role: role, key: key.publicKey)
        try FileWriting.write(
            Array(published.text(crypto).utf8), to: publicPath, existing: .refuse)
        return key.publicKey
    }
}
