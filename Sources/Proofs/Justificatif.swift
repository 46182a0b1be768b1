package import Wire

/// One justificatif: the claims, the days between which it is good, and its identifier.
///
/// Nothing here says that it is authentic: that is `Verification`'s word.
package struct Justificatif: Hashable, Sendable {
    package let identifier: ProofIdentifier
    /// The UTC day of issue.
    package let issued: Day
    /// The first day on which it is no longer good (exclusive, `exp`).
    package let expires: Day
    package let claims: Claims

    package init(identifier: ProofIdentifier, issued: Day, expires: Day, claims: Claims) {
        self.identifier = identifier
        self.issued = issued
        self.expires = expires
        self.claims = claims
    }

    /// The last day of use, as it is printed.
    package var lastDay: Day { expires.adding(days: -1) }

    /// From when every verifier refuses a justificatif that expires on `expires` (exclusive).
    ///
    /// Twelve hours of grace keep the printed last day true in every French time zone: Tahiti's
    /// day ends ten hours after UTC's (Spec/verdicts.md 2, V14).
    package static func refusedFrom(expiring expires: Day) -> Instant {
        expires.start.adding(hours: 12)
    }

    /// The longest life a justificatif issued on `issued` may have: the decree keeps its
    /// identifier and fingerprint for three months, and no proof outlives what could revoke it.
    package static func latestExpiry(issued: Day) -> Day { issued.adding(months: 3) }
}

/// The `cti`: 16 fresh random bytes, so that two justificatifs share nothing but their claims.
package struct ProofIdentifier: Hashable, Sendable {
    package static let byteCount = 16
    package let bytes: [UInt8]

    /// Nil unless 16 bytes are given.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == ProofIdentifier.byteCount else { return nil }
        self.bytes = bytes
    }
}

/// What a revocation list names a justificatif by: the first 16 bytes of SHA-256 over the signed
/// bytes (`Sig_structure`), which no one can vary as they could a signature (Spec/token.md 4.5).
package struct Fingerprint: Hashable, Sendable {
    package static let byteCount = 16
    package let bytes: [UInt8]

    package init(ofSigned signed: [UInt8], _ hasher: some Hashing) {
        bytes = Array(hasher.sha256(signed).bytes.prefix(Fingerprint.byteCount))
    }

    /// Nil unless 16 bytes are given.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == Fingerprint.byteCount else { return nil }
        self.bytes = bytes
    }

    /// The same as one number, which sorts as the bytes do.
    package init(number: UInt128) {
        bytes = (0..<Fingerprint.byteCount).map {
            UInt8(truncatingIfNeeded: number >> UInt128(120 - 8 * $0))
        }
    }

    /// The bytes as one number, the first byte the highest.
    package var number: UInt128 { bytes.reduce(0) { $0 << 8 | UInt128($1) } }
}
