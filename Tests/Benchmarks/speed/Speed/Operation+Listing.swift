import Lists
import TestSupport
import Wire

extension Operation {
    /// Revocation lists: making, reading and looking up.
    static let listing =
        SampleSize.all.flatMap { size in
            [
                Operation("list-load-\(size.name)") { try load(size, $0) },
                Operation("list-lookup-\(size.name)") { try lookUp(size, $0) },
                Operation("list-build-\(size.name)") { _ in
                    let builder = size.builder
                    return { try builder.bytes().count > size.revoked }
                },
            ]
        } + [Operation("trust-load", loadTrust)]

    private static func load(_ size: SampleSize, _ lists: SampleLists) throws -> Once {
        let bytes = try lists.bytes(size)
        let source = RevocationBuilder.source()
        return {
            let list = try RevocationList(authenticating: bytes, for: source, Practice.crypto)
            return list.content.revokedCount == size.revoked
        }
    }

    private static func lookUp(_ size: SampleSize, _ lists: SampleLists) throws -> Once {
        let list = try lists.list(size)
        let (fingerprint, day) = (
            RevocationBuilder.fingerprint(0), RevocationBuilder().lastClosedDay
        )
        return { list.status(of: fingerprint, issued: day) == .revoked }
    }

    private static func loadTrust(_: SampleLists) -> Once {
        let trust = TrustBuilder()
        let bytes = trust.bytes()
        return {
            let list = try TrustList(authenticating: bytes, against: trust.roots, Practice.crypto)
            return list.content.sequence == 7
        }
    }
}
