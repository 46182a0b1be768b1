internal import Console
internal import ListFiles
internal import Lists
internal import Sodium
internal import Wire

/// Roots put together from public key files.
enum RootKeys {
    /// `threshold` may be left out with one key.
    static func roots(
        version: UInt64, threshold: Int?, _ paths: [String], _ crypto: SodiumCrypto
    ) throws -> Roots {
        let keys = try paths.map { path in
            let file = try PublicKeyFile(reading: path, crypto)
            guard file.role == .root else {
                throw Failure(
                    .configuration, "\(path): is a key for \"\(file.role.rawValue)\", not a root")
            }
            return file.key
        }
        guard let needed = threshold ?? (keys.count == 1 ? 1 : nil) else {
            throw Failure(
                .refused, "--threshold: say how many of the \(keys.count) keys must sign")
        }
        guard let roots = Roots(version: version, threshold: needed, keys: keys) else {
            throw Failure(
                .refused,
                "--threshold \(needed): must be 1 to \(keys.count), and each key different, "
                    + "at most \(Limits.rootKeys)")
        }
        return roots
    }
}
