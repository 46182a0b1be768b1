internal import Lists
internal import Proofs

/// The rules after the signature, in the order that decides between two faults
/// (Spec/verdicts.md 2).
enum Rules {
    static let afterSignature: [any (Rule & SendableMetatype).Type] = [
        KnownClaimsRule.self,
        SenseRule.self,
        ScopeRule.self,
        KeyStateRule.self,
        RevocationRule.self,
        ClockRule.self,
        NotYetRule.self,
        ExpiryRule.self,
        RecipientRule.self,
        FreshnessRule.self,
    ]
}

/// A label or choice of a later version: showing the rest alone could mislead, so nothing is
/// shown (Spec/verdicts.md 2, rule V7).
enum KnownClaimsRule: Rule {
    static func finding(on candidate: Candidate) -> Finding? {
        candidate.hasUnknownClaims
            ? Finding(.versionUnknown, reason: "claim", showsProof: false) : nil
    }
}

/// Claims that do not make sense together (Spec/token.md 4.4; Spec/verdicts.md 2, rule V8).
enum SenseRule: Rule {
    static func finding(on candidate: Candidate) -> Finding? {
        candidate.justificatif.senseFault.map {
            Finding(.malformed, reason: $0.code, showsProof: false)
        }
    }
}

/// An issuer may sign only the blocks its entry names (Spec/verdicts.md 2, rule V9).
enum ScopeRule: Rule {
    static func finding(on candidate: Candidate) -> Finding? {
        let allowed = candidate.justificatif.claims.hasOnlyBlocks { candidate.issuer.maySign($0) }
        return allowed ? nil : Finding(.outOfScope, showsProof: false)
    }
}

/// A key that was stolen, or that signed outside its days (Spec/verdicts.md 2, rule V10).
///
/// A thief writes any day of issue, so a compromised key proves nothing at all.
enum KeyStateRule: Rule {
    static func finding(on candidate: Candidate) -> Finding? {
        let issuer = candidate.issuer
        if issuer.state == .compromised {
            return Finding(.keyWithdrawn, reason: "compromised", showsProof: false)
        }
        let days = issuer.signFrom...issuer.signUntil
        guard days.contains(candidate.justificatif.issued) else {
            return Finding(.keyWithdrawn, reason: "outside-signing-days", showsProof: false)
        }
        return nil
    }
}

/// Cancelled by its issuer (Spec/verdicts.md 2, rule V11).
///
/// It comes before the age of the list and the clock: what was cancelled stays so, in however old
/// a list it is read. Nothing is shown beside it.
enum RevocationRule: Rule {
    static func finding(on candidate: Candidate) -> Finding? {
        candidate.revocationStatus == .revoked ? Finding(.revoked, showsProof: false) : nil
    }
}

/// A clock earlier than an instant that is surely past is wrong, and would bring expired proofs
/// back to life (Spec/verdicts.md 2, rule V12; Spec/lists.md 5).
enum ClockRule: Rule {
    static func finding(on candidate: Candidate) -> Finding? {
        ClockFloor.isSuspect(candidate.now, floor: candidate.clockFloor)
            ? Finding(.clockSuspect, showsProof: true) : nil
    }
}

/// A day of issue in the future, beyond what clocks may differ by (Spec/verdicts.md 2, rule V13).
enum NotYetRule: Rule {
    static func finding(on candidate: Candidate) -> Finding? {
        let latest = candidate.now.adding(hours: ClockFloor.toleranceHours)
        guard candidate.justificatif.issued.start > latest else { return nil }
        return Finding(.notYetValid, showsProof: true)
    }
}

/// Past its last day and the hours of grace (Spec/verdicts.md 2, rule V14).
enum ExpiryRule: Rule {
    static func finding(on candidate: Candidate) -> Finding? {
        let end = Justificatif.refusedFrom(expiring: candidate.justificatif.expires)
        return candidate.now >= end ? Finding(.expired, showsProof: true) : nil
    }
}

/// A justificatif made for somebody else than the place that checks it (Spec/verdicts.md 2, rule
/// V15).
///
/// Names are compared folded.
enum RecipientRule: Rule {
    static func finding(on candidate: Candidate) -> Finding? {
        guard let recipient = candidate.justificatif.claims.recipient,
            !candidate.recipients.isEmpty,
            !candidate.recipients.contains(NameFolding.folded(recipient.text))
        else { return nil }
        return Finding(.wrongRecipient, showsProof: true)
    }
}

/// The age of the lists (Spec/verdicts.md 2, rule V16): too old to answer, or old enough to say.
///
/// Only the trust list and the one revocation list its issuer names count.
enum FreshnessRule: Rule {
    static func finding(on candidate: Candidate) -> Finding? {
        stale(candidate).map { Finding(.listsStale, reason: $0, showsProof: true) }
            ?? aging(candidate).map {
                Finding(.validListsAging, reason: $0, showsProof: true)
            }
    }

    private static func stale(_ candidate: Candidate) -> String? {
        if candidate.now >= candidate.trust.content.refuseAfter { return "trust-list-too-old" }
        // An issuer that can revoke is only believed with its list of revocations at hand.
        guard candidate.issuer.revocationList != nil else { return nil }
        guard let list = candidate.revocations?.content else { return "revocation-list-missing" }
        if candidate.now >= list.refuseAfter { return "revocation-list-too-old" }
        if candidate.revocationStatus == .notCovered { return "revocation-list-begins-later" }
        return nil
    }

    private static func aging(_ candidate: Candidate) -> String? {
        if candidate.now >= candidate.trust.content.warnAfter { return "trust-list-aging" }
        guard let list = candidate.revocations?.content else { return nil }
        if candidate.now >= list.warnAfter { return "revocation-list-aging" }
        if candidate.revocationStatus == .issuedLater { return "issued-after-revocation-list" }
        return nil
    }
}
