package import Lists
package import Proofs
package import Wire

/// A trust list a test can change before it is signed.
package struct TrustBuilder: Sendable {
    package var sequence: UInt64 = 7
    package var issued = Sample.day(2026, 10, 1).start
    package var warnAfter = Sample.day(2027, 7, 1).start
    package var refuseAfter = Sample.day(2028, 1, 1).start
    package var sources: [RevocationSource] = []
    package var issuers: [Issuer] = [TrustBuilder.issuer()]
    package var roots = TrustBuilder.roots(Practice.root)

    package init() {}

    package static func issuer(
        _ key: PracticeKey = Practice.issuer, blocks: Set<ClaimBlock> = Set(ClaimBlock.allCases),
        from: Day = Sample.day(2026, 1, 1), until: Day = Sample.day(2026, 12, 31),
        state: Issuer.State = .active, revocationList: String? = nil,
        name: String = "Caisse d’exemple", letterhead: Letterhead = Letterhead()
    ) -> Issuer {
        Issuer(
            key: key.publicKey, name: name, notice: "", contact: "", blocks: blocks,
            signFrom: from, signUntil: until, state: state, revocationList: revocationList,
            letterhead: letterhead)
    }

    package static func roots(_ keys: PracticeKey..., threshold: Int = 1) -> Roots {
        guard let roots = Roots(version: 1, threshold: threshold, keys: keys.map(\.publicKey))
        else { preconditionFailure("these are no roots") }
        return roots
    }

    package var content: TrustListContent {
        TrustListContent(
            sequence: sequence, issued: issued, warnAfter: warnAfter, refuseAfter: refuseAfter,
            revocationSources: sources, issuers: issuers)
    }

    package func bytes(signedBy keys: [PracticeKey] = [Practice.root]) -> [UInt8] {
        TrustBuilder.signed(content.payload, by: keys)
    }

    package static func signed(
        _ payload: [UInt8], by keys: [PracticeKey] = [Practice.root],
        _ domain: SignatureDomain = .trust
    ) -> [UInt8] {
        var message = JointlySignedMessage(payload: payload)
        for key in keys {
            let kid = key.identifier
            guard let signature = Signature(key.sign(message.signedBytes(by: kid, domain))) else {
                preconditionFailure("a signature has 64 bytes")
            }
            message.add(.init(kid: kid, signature: signature))
        }
        return message.encoded
    }

    package func list() throws(TrustListRefusal) -> TrustList {
        try TrustList(authenticating: bytes(), against: roots, Practice.crypto)
    }

    package func inForce() throws(TrustListRefusal) -> ListsInForce {
        ListsInForce(trust: try list())
    }
}
