import Files
import ListFiles
import Office
import Sodium
import TestSupport
import Testing
import Wire

/// A key is two files, and neither ever takes the place of another.
@Suite final class KeyPairTests {
    private let folder = TemporaryFolder()

    @Test func theTwoFilesAreOfOneKey() throws {
        let pair = try KeyPair(named: folder.file("caf"))
        let key = try pair.make(role: .issuer, passphrase: nil, Practice.crypto)
        let secret = try KeyFile.read(pair.secretPath, Practice.crypto) {
            throw SodiumFault.passphraseNeeded
        }
        let published = try PublicKeyFile(reading: pair.publicPath, Practice.crypto)
        #expect(secret.publicKey == key && published.key == key)
        #expect(secret.role == .issuer && published.role == .issuer)
    }

    @Test(arguments: ["caf.key", "caf.pub"])
    func neitherIsOverwritten(name: String) {
        folder.write([], as: name)
        let fault = #expect(throws: FileFault.self) {
            try KeyPair(named: self.folder.file("caf"))
        }
        #expect(fault?.code == .exists)
    }
}
