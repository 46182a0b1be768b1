import Files
import Proofs
import Sodium
import TestSupport
import Testing

@testable import GuichetService

@Suite struct PairedDevicesTests: ~Copyable {
    private let folder = TemporaryFolder()

    @Test func areRefusedInAFolderThatOthersCanLookInto() throws {
        let path = folder.file("devices")
        try Folders.make(path, mode: 0o750)
        #expect(throws: PairingFault.notPrivate(path)) {
            try PairedDevices(in: path, SodiumCrypto())
        }
        #expect(throws: FileFault.self) {
            try PairedDevices(in: folder.file("absent"), SodiumCrypto())
        }
    }

    @Test(arguments: ["", String(repeating: "n", count: 65), "Accueil\n1", "Accueil\u{1B}[2J"])
    func haveNamesThatATerminalCanShow(name: String) throws {
        let devices = try PairedDevices(makingIn: folder.file("devices"), SodiumCrypto())
        #expect(throws: PairingFault.badName) {
            try PairingCode(for: name, in: devices, at: Instant(seconds: 0))
        }
    }

    @Test func nameTheFileOfADeviceThatIsDamaged() throws {
        let devices = try PairedDevices(makingIn: folder.file("devices"), SodiumCrypto())
        let path = "\(devices.folder)/0123456789abcdef"
        try FileWriting.write(Array("{}".utf8), to: path, mode: 0o600, existing: .refuse)
        #expect(throws: PairingFault.notADevice(path)) { try devices.all() }
    }
}
