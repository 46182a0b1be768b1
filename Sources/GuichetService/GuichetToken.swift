package import Explaining
internal import Files
internal import Glibc
package import Sodium
internal import Wire

/// What a request must carry, so that no page of another site and no other account can ask.
package struct GuichetToken: Sendable {
    static let byteCount = 32

    /// 64 hexadecimal digits: 256 random bits.
    package let text: String

    /// A new one, for as long as the program runs.
    package init(_ crypto: SodiumCrypto) {
        self.init(text: Hexadecimal.encode(crypto.randomBytes(GuichetToken.byteCount)))
    }

    /// That of a file, which is made if it does not exist, for its owner alone.
    ///
    /// Throws `token-file` if other accounts can read the file or it holds something else, and
    /// `FileFault`.
    package init(file path: String, _ crypto: SodiumCrypto) throws {
        guard Folders.exists(path) else {
            self.init(crypto)
            try FileWriting.write(
                Array("\(text)\n".utf8), to: path, mode: 0o600, existing: .refuse)
            return
        }
        var status = stat()
        guard unsafe stat(PathText.cString(path), &status) == 0 else {
            throw FileFault(errno: errno, path)
        }
        let bytes = try FileReading.bytes(ofInput: path, limit: 1_024)
        let word = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        guard status.st_mode & 0o077 == 0,
            Hexadecimal.decode(word)?.count == GuichetToken.byteCount
        else { throw TokenFault.notOne(path) }
        self.init(text: word)
    }

    private init(text: String) { self.text = text }

    /// Whether an Authorization field is `Bearer` and this token (RFC 6750 2.1).
    ///
    /// As quick for a wrong token as for the right one.
    func isIn(_ authorization: [String]) -> Bool {
        let expected = Array("Bearer \(text)".utf8)
        guard authorization.count == 1, let given = authorization.first.map({ Array($0.utf8) })
        else { return false }
        return GuichetToken.areSame(given, expected)
    }

    /// Whether both are the same bytes, as quick for any of one length.
    static func areSame(_ first: [UInt8], _ second: [UInt8]) -> Bool {
        first.count == second.count && zip(first, second).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// A token file that is none.
package enum TokenFault: Explained, Equatable {
    case notOne(String)

    package var explanation: Explanation {
        switch self {
        case .notOne(let path):
            Explanation(
                "token-file", .configuration,
                Wording(
                    "n’est pas un fichier de jeton lisible par son seul propriétaire ; "
                        + "supprimez-le, il sera refait",
                    "is no token file that only its owner can read; remove it, and it is made anew"
                ).about(PathText.shown(path)))
        }
    }
}
