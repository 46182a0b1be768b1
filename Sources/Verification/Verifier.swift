package import Lists
package import Proofs
package import Wire

/// Judges texts against the lists in force: same text, lists, instant and recipients, same verdict.
///
/// Nothing is asked of clock, disk or network.
package struct Verifier<Crypto: SignatureChecking & Hashing>: Sendable {
    private let lists: ListsInForce
    private let crypto: Crypto
    private let recipients: Set<String>

    /// `recipients` are the names the place of control answers to; without any, a justificatif
    /// made for somebody is accepted and its recipient is shown.
    package init(lists: ListsInForce, recipients: [String] = [], crypto: Crypto) {
        self.lists = lists
        self.recipients = Set(recipients.map(NameFolding.folded))
        self.crypto = crypto
    }

    /// Judges all texts found in one input.
    ///
    /// Each is as X1 of Spec/token.md 3.1 left it: texts are trimmed once, where they are found.
    /// The same text twice counts once, other services' codes beside ours are ignored, and two
    /// different ones of ours are `several-codes`: nobody could say which was judged.
    package func verdict(onTexts texts: [String], at now: Instant) -> Verdict {
        let ours = texts.filter { TokenText.origin(of: $0) != .foreign }
        // Compared as bytes: Unicode calls some different texts the same.
        let areSame = ours.dropFirst().allSatisfy { $0.utf8.elementsEqual(ours[0].utf8) }
        guard areSame else { return Verdict(unjudged: .severalCodes, at: now) }
        guard let text = ours.first ?? texts.first else {
            return Verdict(unreadable: .noCode, at: now)
        }
        return verdict(onText: text, at: now)
    }

    /// Judges one text, exactly as given.
    package func verdict(onText text: String, at now: Instant) -> Verdict {
        switch TokenText.origin(of: text) {
        case .foreign: return Verdict(unjudged: .foreignCode, at: now)
        case .laterVersion: return Verdict(unjudged: .versionUnknown, reason: "prefix", at: now)
        case .ours: break
        }
        do throws(DecodeError) {
            return verdict(on: try UnverifiedToken(text: text), at: now)
        } catch {
            return Verdict(unjudged: .malformed, reason: error.description, at: now)
        }
    }

    /// Judges a token that was decoded already.
    package func verdict(on token: UnverifiedToken, at now: Instant) -> Verdict {
        let named = lists.trust?.issuer(token.message.kid)
        let list = named.flatMap { lists.revocations(of: $0) }
        let used = lists.trust.map {
            ListsUsed(
                trust: $0.content, revocations: list?.content, observed: lists.observed, at: now)
        }
        let answer = { (finding: Finding, proof: VerifiedProof?) in
            Verdict(
                code: finding.code, reason: finding.reason,
                proof: finding.showsProof ? proof : nil, lists: used, checkedAt: now)
        }
        guard let trust = lists.trust, let issuer = named, let used else {
            return answer(IssuerLookup.finding(missingFrom: lists.trust, at: now), nil)
        }
        guard token.message.isSigned(by: issuer.key, .token, crypto) else {
            return answer(Finding(.signatureInvalid, showsProof: false), nil)
        }
        let proof = VerifiedProof(token, by: issuer, crypto)
        let status = list?.status(
            of: proof.fingerprint, issued: proof.justificatif.issued)
        let candidate = Candidate(
            proof: proof, hasUnknownClaims: token.reading.hasUnknownClaims, trust: trust,
            revocations: list, revocationStatus: status, clockFloor: used.clockFloor,
            now: now, recipients: recipients)
        for rule in Rules.afterSignature {
            if let finding = rule.finding(on: candidate) { return answer(finding, proof) }
        }
        return answer(Finding(.valid, showsProof: true), proof)
    }
}

/// What to answer when no listed issuer has the kid (Spec/verdicts.md 2, rule V5).
///
/// Without a list, or with one that asks to be renewed, the missing key may simply be new: that
/// is our fault and not the person's, so nobody is accused.
enum IssuerLookup {
    static func finding(missingFrom trust: TrustList?, at now: Instant) -> Finding {
        guard let trust else {
            return Finding(.listsStale, reason: "trust-list-missing", showsProof: false)
        }
        if now >= trust.content.warnAfter {
            return Finding(.listsStale, reason: "issuer-not-in-an-aging-list", showsProof: false)
        }
        return Finding(.issuerUnknown, showsProof: false)
    }
}
