package import Explaining
internal import Files
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
    /// Throws `notSignedBy`, and what `OfficeKey` throws for the file of the key.
    package func checkSignature(
        byKeyIn keyPath: String, _ crypto: some SignatureChecking & Hashing
    ) throws {
        let key = try OfficeKey.published(keyPath, .revocations, crypto)
        guard key.identifier(crypto) == message.kid,
            message.isSigned(by: key, .revocations, crypto)
        else { throw ReleasedListRefusal.notSignedBy(keyPath, path) }
    }
}

/// Why a file is not read as a revocation list, or not as one of a key.
package enum ReleasedListRefusal: Explained, Equatable {
    case notAList(String, DecodeError)
    case notSignedBy(String, String)

    package var explanation: Explanation {
        switch self {
        case .notAList(let path, let error):
            RevocationListRefusal.malformed(error).explanation.about(path)
        case .notSignedBy(let key, let path):
            Explanation(
                "signature", .data, "\(path) : la signature n’est PAS de \(key)",
                "\(path): the signature is NOT by \(key)")
        }
    }
}
