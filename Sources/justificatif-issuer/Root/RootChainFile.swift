internal import Console
internal import Explaining
internal import Files
internal import Lists
internal import Sodium
internal import Wire

/// A `roots.cose` file: root documents one after the other (Spec/lists.md 2.3).
enum RootChainFile {
    static func read(_ path: String, _ crypto: SodiumCrypto) throws -> RootChain {
        let bytes = try FileReading.bytes(of: path, limit: Limits.rootChainBytes)
        do {
            return try RootChain(decoding: bytes, checkedBy: crypto)
        } catch {
            throw Failure(RootChainRefusal.malformed(error).explanation.about(path))
        }
    }

    static func walk(
        _ chain: RootChain, from pinned: Roots, _ crypto: SodiumCrypto
    ) throws -> Roots {
        try chain.walk(from: pinned, crypto)
    }
}
