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
