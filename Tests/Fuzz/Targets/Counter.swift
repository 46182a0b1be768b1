import Lists
import Proofs
import TestSupport
import Verification
import Wire

/// The lists of one place of control, with every state an issuer can be in.
enum Counter {
    static let roots = TrustBuilder.roots(Practice.root, Practice.secondRoot, threshold: 1)

    static let trustBuilder: TrustBuilder = {
        var builder = TrustBuilder()
        builder.roots = roots
        builder.sources = [RevocationBuilder.source()]
        builder.issuers = [
            TrustBuilder.issuer(revocationList: "caf"),
            TrustBuilder.issuer(Practice.otherIssuer, blocks: [.tax]),
            TrustBuilder.issuer(Practice.stranger, state: .compromised),
        ]
        return builder
    }()

    static let revocationBuilder = RevocationBuilder.with { builder in
        let some = (0..<40).map(RevocationBuilder.fingerprint)
        builder.closed[Sample.today] = (some, Array(some[..<5]))
        builder.open = [RevocationBuilder.fingerprint(100), RevocationBuilder.fingerprint(101)]
    }

    static let trustBytes = trustBuilder.bytes()
    static let revocationBytes = (try? revocationBuilder.bytes()) ?? []

    static let lists: ListsInForce = {
        let trust = try? TrustList(
            authenticating: trustBytes, against: roots, Practice.crypto)
        let list = try? RevocationList(
            authenticating: revocationBytes, for: RevocationBuilder.source(), Practice.crypto)
        precondition(trust != nil && list != nil, "the lists of the fuzzer are good")
        return ListsInForce(trust: trust, revocations: list.map { ["caf": $0] } ?? [:])
    }()

    /// From before the lists to after their end.
    static let instants: [Instant] = [
        Sample.now, Sample.day(2026, 11, 14).start, Sample.day(2026, 12, 18).start,
        Sample.day(2026, 9, 1).start, Sample.day(2028, 1, 1).start,
    ]
}
