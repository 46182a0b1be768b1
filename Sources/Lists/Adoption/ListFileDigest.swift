package import Wire

/// The SHA-256 of one list in force, under the name it is published with (Spec/distribution.md 1).
///
/// As text it is a line of sha256sum(1).
package struct ListFileDigest: Equatable, Sendable, CustomStringConvertible {
    package let name: String
    /// 64 lower-case hexadecimal digits.
    package let sha256: String

    init(of bytes: [UInt8], named name: String, _ hasher: some Hashing) {
        self.name = "\(name).cose"
        sha256 = ListFileDigest.sha256(bytes, hasher)
    }

    static func sha256(_ bytes: [UInt8], _ hasher: some Hashing) -> String {
        Hexadecimal.encode(hasher.sha256(bytes).bytes)
    }

    package var description: String { "\(sha256)  \(name)" }
}

extension ListsEdition {
    /// Of the chain, the trust list and the revocation lists in force, in this order; the last by
    /// identifier.
    package func digests(_ hasher: some Hashing) -> [ListFileDigest] {
        let lists = revocations.sorted { $0.key < $1.key }
        return (chain.map { [ListFileDigest(of: $0, named: "roots", hasher)] } ?? [])
            + (trust.map { [ListFileDigest(of: $0.bytes, named: "trust", hasher)] } ?? [])
            + lists.map { ListFileDigest(of: $0.value.bytes, named: $0.key, hasher) }
    }
}
