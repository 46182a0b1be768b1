import Sodium
import TestSupport
import Testing
import Wire

/// Every case of Vectors/key and Vectors/signature, whose writer shares no code with the product.
@Suite struct Ed25519VectorTests {
    static let vectors = VectorFile.all(in: "key") + VectorFile.all(in: "signature")
    static let keys: Set<String> = [
        "kind", "comment", "flags", "rules", "key", "message", "signature", "expect",
    ]

    static func bytes(_ vector: VectorFile, _ key: String) throws -> [UInt8] {
        try #require(vector.bytes(key), "\(vector.name): \(key)")
    }

    /// What refuses the signature, or `valid`.
    static func outcome(_ vector: VectorFile) throws -> String {
        let crypto = Practice.crypto
        guard let key = PublicKey(try bytes(vector, "key"), checkedBy: crypto) else { return "key" }
        guard let signature = Signature(try bytes(vector, "signature")) else { return "length" }
        let message = try bytes(vector, "message")
        return crypto.isValid(signature, for: message.span, by: key) ? "valid" : "signature"
    }

    @Test func thereAreVectorsOfEveryOutcome() {
        let outcomes = Dictionary(grouping: Ed25519VectorTests.vectors) { $0.text("expect") ?? "" }
        #expect(Set(outcomes.keys) == ["valid", "key", "length", "signature"])
        #expect(Ed25519VectorTests.vectors.count >= 141)
    }

    @Test(arguments: vectors)
    func givesTheOutcomeOfTheRule(vector: VectorFile) throws {
        #expect(vector.keys == Ed25519VectorTests.keys)
        #expect(try Ed25519VectorTests.outcome(vector) == vector.text("expect"))
    }

    /// RFC 8032: the signature of a message is the same in every implementation.
    @Test(arguments: VectorFile.rows(of: "material/seeds.csv"))
    func signsAsTheRFCDoes(row: VectorFile) throws {
        let vector = try #require(Ed25519VectorTests.vectors.first { $0.name == row.name })
        let folder = TemporaryFolder()
        let key = try KeyFiles.plain(seed: try Ed25519VectorTests.bytes(row, "seed"), in: folder)
        #expect(key.publicKey.bytes == vector.bytes("key"))
        let signature = try key.signature(for: try Ed25519VectorTests.bytes(vector, "message"))
        #expect(Array(signature.bytes) == vector.bytes("signature"))
    }
}

extension VectorFile: CustomTestStringConvertible {
    /// The name of the case, which is that of its file.
    public var testDescription: String { name }
}
