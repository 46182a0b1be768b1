internal import Proofs

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
