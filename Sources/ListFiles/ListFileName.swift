internal import Wire

/// Names of list files in the folder: what it is, its number, and a part of its hash, so that
/// a new file never takes the place of one in force.
enum ListFileName {
    private static let suffix = ".cose"

    static func roots(version: UInt64, _ bytes: [UInt8], _ hasher: some Hashing) -> String {
        name("roots-\(version)", bytes, hasher)
    }

    static func trust(sequence: UInt64, _ bytes: [UInt8], _ hasher: some Hashing) -> String {
        name("trust-\(sequence)", bytes, hasher)
    }

    /// `identifier` is 1 to 32 of `a-z 0-9 - .`.
    static func revocations(
        _ identifier: String, epoch: UInt64, sequence: UInt64, _ bytes: [UInt8],
        _ hasher: some Hashing
    ) -> String {
        name("revocations-\(identifier)-\(epoch)-\(sequence)", bytes, hasher)
    }

    private static func name(
        _ stem: String, _ bytes: [UInt8], _ hasher: some Hashing
    ) -> String {
        "\(stem)-\(Hexadecimal.encode(hasher.sha256(bytes).bytes.prefix(8)))\(suffix)"
    }

    /// Whether a name can be one of these.
    static func isOurs(_ name: String) -> Bool {
        name.hasSuffix(suffix) && name.utf8.count <= 128
            && ["roots-", "trust-", "revocations-"].contains { name.hasPrefix($0) }
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }

    /// Whether a name can be a file that a killed install left unfinished.
    static func isLeftOver(_ name: String) -> Bool {
        guard name.hasSuffix(".tmp") else { return false }
        // NAME.<process>.tmp
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count > 2 else { return false }
        let base = parts.dropLast(2).joined(separator: ".")
        return base == ListsFolder.stateName || isOurs(base)
    }
}
