package import Explaining
internal import Files
internal import Glibc
internal import JSONFields
package import Proofs
package import Sodium
internal import Wire

/// A browser of another machine that may ask.
package struct PairedDevice: Equatable, Sendable {
    /// 16 hexadecimal digits: the beginning of the hash of its token.
    package let identifier: String
    /// What the administrator calls it.
    package let name: String
    package let pairedAt: Instant
    let tokenHash: String

    init(_ token: String, name: String, at instant: Instant, _ crypto: SodiumCrypto) {
        tokenHash = PairedDevice.hash(token, crypto)
        identifier = String(tokenHash.prefix(PairedDevice.identifierLength))
        self.name = name
        pairedAt = instant
    }

    static let identifierLength = 16

    /// The SHA-256 of a token, as 64 hexadecimal digits.
    static func hash(_ token: String, _ crypto: SodiumCrypto) -> String {
        Hexadecimal.encode(crypto.sha256(Array(token.utf8)).bytes)
    }
}

/// The browsers that may ask from other machines (Spec/guichet.md 6.3): a folder of its owner's
/// alone, with a file for each under its identifier.
///
/// A file is looked at for each question, so that a device that was forgotten is refused at once.
package struct PairedDevices: Sendable {
    /// Where the folder is if nothing else is said.
    package static let usualFolder = "/var/lib/justificatif/devices"
    /// Bytes of a file in the folder.
    static let fileLimit = 4_096
    private static let mostDevices = 1_000

    let folder: String
    let crypto: SodiumCrypto

    /// The devices of a folder that is there.
    ///
    /// Throws `devices-folder` if it belongs to another account or others can look into it, and
    /// `FileFault`.
    package init(in folder: String, _ crypto: SodiumCrypto) throws {
        var status = stat()
        guard unsafe stat(PathText.cString(folder), &status) == 0 else {
            throw FileFault(errno: errno, folder)
        }
        guard status.st_mode & S_IFMT == S_IFDIR, status.st_mode & 0o077 == 0,
            status.st_uid == geteuid()
        else { throw PairingFault.notPrivate(folder) }
        self.folder = folder
        self.crypto = crypto
    }

    /// The same, of a folder that is made if it is not there, for its owner alone.
    package init(makingIn folder: String, _ crypto: SodiumCrypto) throws {
        try Folders.make(folder, mode: 0o700)
        try self.init(in: folder, crypto)
    }

    /// All of them, the oldest first.
    ///
    /// Throws `device-file` for a file that is none, and `FileFault`.
    package func all() throws -> [PairedDevice] {
        try Folders.names(in: folder, limit: PairedDevices.mostDevices)
            .filter(PairedDevices.isIdentifier).map(device).sorted { $0.pairedAt < $1.pairedAt }
    }

    /// Refuses the token of a device from now on; throws `unknown-device`, and `FileFault`.
    package func forget(_ identifier: String) throws {
        guard PairedDevices.isIdentifier(identifier), Folders.exists(path(identifier)) else {
            throw PairingFault.unknown
        }
        try Folders.remove(path(identifier))
    }

    /// Whether this is the token of a device.
    func know(_ token: String) -> Bool {
        let hash = PairedDevice.hash(token, crypto)
        guard let device = try? device(String(hash.prefix(PairedDevice.identifierLength)))
        else { return false }
        return GuichetToken.areSame(Array(device.tokenHash.utf8), Array(hash.utf8))
    }

    func add(_ device: PairedDevice) throws(FileFault) {
        let object: JSONObject = [
            "name": .string(device.name), "paired_at": .string("\(device.pairedAt)"),
            "token_sha256": .string(device.tokenHash),
        ]
        try FileWriting.write(
            Array("\(JSONValue.object(object).line())\n".utf8), to: path(device.identifier),
            mode: 0o600, existing: .refuse)
    }

    private func device(_ identifier: String) throws -> PairedDevice {
        let path = path(identifier)
        let bytes = try FileReading.bytes(of: path, limit: PairedDevices.fileLimit)
        do {
            var fields = try JSONFields(JSONValue(parsing: bytes, from: path), at: path)
            let name = try fields.text("name")
            let hash = try fields.text("token_sha256")
            guard let pairedAt = Instant(try fields.text("paired_at")), hash.hasPrefix(identifier)
            else { throw PairingFault.notADevice(path) }
            return PairedDevice(identifier, name, pairedAt, hash)
        } catch is JSONFault {
            throw PairingFault.notADevice(path)
        }
    }

    private func path(_ identifier: String) -> String { "\(folder)/\(identifier)" }

    private static func isIdentifier(_ name: String) -> Bool {
        name.utf8.count == PairedDevice.identifierLength && Hexadecimal.decode(name) != nil
    }
}

extension PairedDevice {
    fileprivate init(
        _ identifier: String, _ name: String, _ pairedAt: Instant, _ tokenHash: String
    ) {
        self.identifier = identifier
        self.name = name
        self.pairedAt = pairedAt
        self.tokenHash = tokenHash
    }
}

/// What is wrong with paired devices or what was said of one.
package enum PairingFault: Explained, Equatable {
    /// A folder that others than this account can look into or own.
    case notPrivate(String)
    /// A file that is no device's or code's.
    case notADevice(String)
    /// No device has this identifier.
    case unknown
    /// No name, one of more than 64 characters, or with control characters.
    case badName

    package var explanation: Explanation {
        switch self {
        case .notPrivate(let path):
            Explanation(
                "devices-folder", .configuration,
                Wording(
                    "doit appartenir au compte de ce programme et n’être ouvert qu’à lui",
                    "must belong to the account of this program and be open to it alone"
                ).about(PathText.shown(path)))
        case .notADevice(let path):
            Explanation(
                "device-file", .configuration,
                Wording(
                    "est abîmé ; supprimez-le, puis reliez l’appareil de nouveau",
                    "is damaged; remove it, then pair the device again"
                ).about(PathText.shown(path)))
        case .unknown:
            Explanation(
                "unknown-device", .data,
                "aucun appareil relié n’a ce numéro ; « devices » les montre",
                "no paired device has this number; \"devices\" shows them")
        case .badName:
            Explanation(
                "device-name", .data,
                "--name : donnez un nom de 64 caractères au plus, sur une ligne",
                "--name: give a name of at most 64 characters, on one line")
        }
    }
}
