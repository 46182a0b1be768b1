import Lists
import TestSupport
import Wire

extension Operation {
    /// Revocation lists: making, reading and looking up.
    static let listing = [
        Operation("list-load-1e3") { try load(revoked: 1_000) },
        Operation("list-load-1e4") { try load(revoked: 10_000) },
        Operation("list-load-1e6") { try load(revoked: 1_000_000) },
        Operation("list-build-1e3") {
            let list = SampleList(revoked: 1_000).builder
            return { try list.bytes().count > 1_000 }
        },
        Operation("list-build-1e4") {
            let list = SampleList(revoked: 10_000).builder
            return { try list.bytes().count > 10_000 }
        },
        Operation("list-lookup-1e3") { try lookUp(revoked: 1_000) },
        Operation("list-lookup-1e4") { try lookUp(revoked: 10_000) },
        Operation("list-lookup-1e6") { try lookUp(revoked: 1_000_000) },
        Operation("trust-load") {
            let trust = TrustBuilder()
            let bytes = trust.bytes()
            return {
                let list = try TrustList(
                    authenticating: bytes, against: trust.roots, Practice.crypto)
                return list.content.sequence == 7
            }
        },
    ]

    private static func load(revoked: Int) throws -> () throws -> Bool {
        let bytes = try SampleList(revoked: revoked).builder.bytes()
        let source = RevocationBuilder.source()
        return {
            let list = try RevocationList(authenticating: bytes, for: source, Practice.crypto)
            return list.content.revokedCount == revoked
        }
    }

    private static func lookUp(revoked: Int) throws -> () -> Bool {
        let sample = SampleList(revoked: revoked)
        let list = try sample.builder.list()
        let (fingerprint, day) = sample.example
        return { list.status(of: fingerprint, issued: day) == .revoked }
    }
}
