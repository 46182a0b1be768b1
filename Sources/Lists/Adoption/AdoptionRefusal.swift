package import Proofs
internal import Wire

/// Why a file was not adopted; what was in force stays (Spec/lists.md 6.3).
package enum AdoptionRefusal: Error, Equatable, Sendable {
    case notAList
    case tooLarge(limit: Int)
    case rootChain(RootChainRefusal)
    case rootsWithoutTrustList(version: UInt64)
    case trustList(TrustListRefusal)
    case revocationList(RevocationListRefusal)
    case noTrustList
    case lower(sequence: UInt64, epoch: UInt64?, had: UInt64, hadEpoch: UInt64?)
    case otherContent(sequence: UInt64)
    case trustListTooOld(has: UInt64, needed: UInt64)
    case issuedInTheFuture(issued: Instant, now: Instant)
    case forgetsRevocations(ForgottenRevocations)

    /// A stable code.
    package var code: String {
        switch self {
        case .notAList: "not-a-list"
        case .tooLarge: "too-large"
        case .rootChain(let refusal): refusal.code
        case .rootsWithoutTrustList: "roots-without-trust-list"
        case .trustList(let refusal): refusal.code
        case .revocationList(let refusal): refusal.code
        case .noTrustList: "no-trust-list"
        case .lower: "lower-sequence"
        case .otherContent: "same-sequence-other-content"
        case .trustListTooOld: "trust-list-too-old"
        case .issuedInTheFuture: "issued-in-the-future"
        case .forgetsRevocations: "forgets-revocations"
        }
    }

    package var message: String {
        switch self {
        case .notAList: "neither a root chain, a trust list nor a revocation list"
        case .tooLarge(let limit): "larger than \(limit) bytes"
        case .rootChain(let refusal): refusal.message
        case .rootsWithoutTrustList(let version):
            "roots \(version) have signed neither the trust list in force nor one offered; "
                + "install both together"
        case .trustList(let refusal): refusal.message
        case .revocationList(let refusal): refusal.message
        case .noTrustList: "no trust list is in force that could name it; install one first"
        case .lower(let sequence, let epoch, let had, let hadEpoch):
            "\(AdoptionRefusal.number(sequence, epoch)) is older than "
                + "\(AdoptionRefusal.number(had, hadEpoch)), which was adopted here before"
        case .otherContent(let sequence):
            "another list with sequence \(sequence) was adopted here before; "
                + "tell the publisher, who must never publish two under one number"
        case .trustListTooOld(let has, let needed):
            "it needs trust list \(needed) and \(has) is in force; install the newer one"
        case .issuedInTheFuture(let issued, let now):
            "issued \(issued), more than 24 hours after this machine's clock (\(now)); "
                + "check the date of this machine"
        case .forgetsRevocations(let forgotten):
            "it cancels \(forgotten.found) justificatif(s) \(forgotten.days) and the list in force "
                + "\(forgotten.held); tell the publisher, who must cancel them again, or raise the "
                + "epoch in the trust list"
        }
    }

    private static func number(_ sequence: UInt64, _ epoch: UInt64?) -> String {
        epoch.map { "sequence \(sequence) of epoch \($0)" } ?? "sequence \(sequence)"
    }
}
