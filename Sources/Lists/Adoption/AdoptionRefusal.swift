package import Explaining
package import Proofs
internal import Wire

/// Why a file was not adopted; what was in force stays (Spec/lists.md 6.3).
package enum AdoptionRefusal: Explained, Equatable {
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
    case notWitnessed(sha256: String)

    package var explanation: Explanation {
        switch self {
        case .notAList:
            Explanation(
                "not-a-list", .configuration,
                "ni chaîne de racines, ni liste de confiance, ni liste d’annulations",
                "neither a root chain, a trust list nor a revocation list")
        case .tooLarge(let limit):
            Explanation(
                "too-large", .configuration,
                "plus de \(limit) octets", "larger than \(limit) bytes")
        case .rootChain(let refusal): refusal.explanation
        case .rootsWithoutTrustList(let version):
            Explanation(
                "roots-without-trust-list", .configuration,
                "les racines \(version) n’ont signé ni la liste de confiance en vigueur ni une "
                    + "autre offerte ici ; installez les deux ensemble",
                "roots \(version) have signed neither the trust list in force nor one offered; "
                    + "install both together")
        case .trustList(let refusal): refusal.explanation
        case .revocationList(let refusal): refusal.explanation
        case .noTrustList:
            Explanation(
                "no-trust-list", .configuration,
                "aucune liste de confiance en vigueur ne pourrait la nommer ; installez-en une "
                    + "d’abord",
                "no trust list is in force that could name it; install one first")
        case .lower(let sequence, let epoch, let had, let hadEpoch):
            .lower(AdoptionRefusal.number(sequence, epoch), AdoptionRefusal.number(had, hadEpoch))
        case .otherContent(let sequence):
            Explanation(
                "same-sequence-other-content", .configuration,
                "une autre liste de numéro \(sequence) a déjà été adoptée ici ; prévenez "
                    + "l’éditeur, qui ne doit jamais en publier deux sous un numéro",
                "another list with sequence \(sequence) was adopted here before; "
                    + "tell the publisher, who must never publish two under one number")
        case .trustListTooOld(let has, let needed):
            Explanation(
                "trust-list-too-old", .configuration,
                "il faut la liste de confiance \(needed) et la \(has) est en vigueur ; installez "
                    + "la plus récente",
                "it needs trust list \(needed) and \(has) is in force; install the newer one")
        case .issuedInTheFuture(let issued, let now):
            Explanation(
                "issued-in-the-future", .configuration,
                "émise le \(issued), plus de 24 heures après l’horloge de ce poste (\(now)) ; "
                    + "vérifiez la date du poste",
                "issued \(issued), more than 24 hours after this machine's clock (\(now)); "
                    + "check the date of this machine")
        case .forgetsRevocations(let forgotten): .forgets(forgotten)
        case .notWitnessed(let sha256): .notWitnessed(sha256)
        }
    }

    private static func number(_ sequence: UInt64, _ epoch: UInt64?) -> Wording {
        guard let epoch else {
            return Wording("le numéro \(sequence)", "sequence \(sequence)")
        }
        return Wording(
            "le numéro \(sequence) de l’époque \(epoch)",
            "sequence \(sequence) of epoch \(epoch)")
    }
}

extension Explanation {
    fileprivate static func lower(_ number: Wording, _ had: Wording) -> Explanation {
        Explanation(
            "lower-sequence", .configuration,
            "\(number.french) est plus ancien que \(had.french), déjà adopté ici",
            "\(number.english) is older than \(had.english), which was adopted here before")
    }

    fileprivate static func notWitnessed(_ sha256: String) -> Explanation {
        Explanation(
            "not-witnessed", .configuration,
            "le témoin ne connaît pas son SHA-256, \(sha256) ; s’il est à jour, prévenez "
                + "l’éditeur : ce poste a peut-être reçu une autre liste que les autres",
            "the witness does not know its SHA-256, \(sha256); if the witness is up to date, "
                + "tell the publisher: this place may have got another list than the rest")
    }

    fileprivate static func forgets(_ forgotten: ForgottenRevocations) -> Explanation {
        Explanation(
            "forgets-revocations", .configuration,
            "elle annule \(forgotten.found) justificatif(s) \(forgotten.days.french) et la liste "
                + "en vigueur \(forgotten.held) ; prévenez l’éditeur, qui doit les annuler de "
                + "nouveau ou augmenter l’époque dans la liste de confiance",
            "it cancels \(forgotten.found) justificatif(s) \(forgotten.days.english) and the "
                + "list in force \(forgotten.held); tell the publisher, who must cancel them "
                + "again, or raise the epoch in the trust list")
    }
}
