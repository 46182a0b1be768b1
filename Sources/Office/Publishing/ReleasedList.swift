package import Explaining
internal import Files
internal import ListFiles
package import Lists
internal import Proofs
package import Wire

/// A revocation list as it was published, for people to look at.
package struct ReleasedList: Equatable, Sendable {
    package let content: RevocationListContent
    private let path: String
    private let message: SignedMessage
    private let byteCount: Int

    /// Reads the file of a list; its signature is not looked at.
    ///
    /// Throws `FileFault` and `ReleasedListRefusal.notAList`.
    package init(reading path: String) throws {
        let bytes = try FileReading.bytes(ofInput: path, limit: Limits.revocationListBytes)
        do throws(DecodeError) {
            let message = try SignedMessage(decoding: bytes, limit: Limits.revocationListBytes)
            self.message = message
            content = try RevocationListContent(reading: message.payload.span)
        } catch { throw ReleasedListRefusal.notAList(path, error) }
        self.path = path
        byteCount = bytes.count
    }

    /// What it says, day by day, and who says to have signed it.
    package func lines(_ language: Language) -> [String] {
        ListDescription.lines(content, byteCount: byteCount, language)
            + [language.row("signée par", "signed by", message.kid)]
    }

    /// Checks the signature by the key of a `.pub` file.
    ///
    /// Throws `otherRole` and `notSignedBy`, and what reading the file of the key throws.
    package func checkSignature(
        byKeyIn keyPath: String, _ crypto: some SignatureChecking & Hashing
    ) throws {
        let file = try PublicKeyFile(reading: keyPath, crypto)
        guard file.role == .revocations else {
            throw ReleasedListRefusal.otherRole(keyPath, file.role)
        }
        guard file.key.identifier(crypto) == message.kid,
            message.isSigned(by: file.key, .revocations, crypto)
        else { throw ReleasedListRefusal.notSignedBy(keyPath, path) }
    }
}

/// Why a file is not read as a revocation list, or not as one of a key.
package enum ReleasedListRefusal: Explained, Equatable {
    case notAList(String, DecodeError)
    /// The key is not one for revocation lists.
    case otherRole(String, KeyRole)
    case notSignedBy(String, String)

    package var explanation: Explanation {
        switch self {
        case .notAList(let path, let error):
            RevocationListRefusal.malformed(error).explanation.about(path)
        case .otherRole(let path, let role):
            Explanation(
                "key-role", .configuration,
                "\(path) : est une clé de rôle \(role.rawValue), et non revocations",
                "\(path): is a key for \"\(role.rawValue)\" and not for \"revocations\"")
        case .notSignedBy(let key, let path):
            Explanation(
                "signature", .data, "\(path) : la signature n’est PAS de \(key)",
                "\(path): the signature is NOT by \(key)")
        }
    }
}
