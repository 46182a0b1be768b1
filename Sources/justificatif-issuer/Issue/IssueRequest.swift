internal import Proofs

/// Everything that is decided before a signature.
struct IssueRequest {
    let claims: Claims
    /// The UTC day of issue.
    let issued: Day
    /// Inclusive.
    let lastDay: Day
}
