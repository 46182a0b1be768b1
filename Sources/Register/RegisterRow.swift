package import Proofs

/// All that is kept of a justificatif: nothing about the person (Spec/register.md 1).
package struct RegisterRow: Equatable, Sendable {
    package let identifier: ProofIdentifier
    package let fingerprint: Fingerprint
    package let reference: Reference
    /// The UTC day of issue.
    package let issued: Day
    /// Nil while it is good.
    package let revocation: Revocation?

    /// That a proof was cancelled, and whether counters have been told.
    package struct Revocation: Equatable, Sendable {
        /// The UTC day it was cancelled on.
        package let day: Day
        package let reason: RevocationReason
        /// Whether a publication took it up, after which it cannot be undone.
        package let isAnnounced: Bool
    }

    /// The row of a justificatif that is about to leave.
    package init(
        identifier: ProofIdentifier, fingerprint: Fingerprint, reference: Reference, issued: Day
    ) {
        self.init(
            identifier: identifier, fingerprint: fingerprint, reference: reference,
            issued: issued, revocation: nil)
    }

    init(
        identifier: ProofIdentifier, fingerprint: Fingerprint, reference: Reference, issued: Day,
        revocation: Revocation?
    ) {
        self.identifier = identifier
        self.fingerprint = fingerprint
        self.reference = reference
        self.issued = issued
        self.revocation = revocation
    }
}

/// Why a justificatif was cancelled: for the issuer's own accounts, never published.
package enum RevocationReason: String, CaseIterable, Sendable {
    /// The citizen asked for it.
    case holderRequest = "holder-request"
    /// What it states was wrong when it was issued.
    case wrongFacts = "wrong-facts"
    /// It was used by or for somebody else.
    case misuse = "misuse"
    case unspecified = "unspecified"
}
