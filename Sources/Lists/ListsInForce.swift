package import Proofs

/// The lists a verification uses.
package struct ListsInForce: Sendable {
    /// Nil when none was installed yet.
    package let trust: TrustList?

    package init(trust: TrustList?) { self.trust = trust }

    /// The earliest instant it can be: a signed list was issued then (Spec/lists.md 5).
    package var clockFloor: Instant? { trust?.content.issued }
}
