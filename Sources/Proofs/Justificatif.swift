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
    /// The bytes as one number, the first byte the highest.
    let number: UInt128

    /// Nil unless 16 bytes are given.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == ProofIdentifier.byteCount else { return nil }
        self.init(number: UInt128(bigEndian: bytes))
    }

    init(number: UInt128) { self.number = number }

    /// The sixteen bytes, as they are on the wire.
    package var bytes: [UInt8] { number.bigEndianBytes }
}

/// What a revocation list names a justificatif by: the first 16 bytes of SHA-256 over the signed
/// bytes (`Sig_structure`), which no one can vary as they could a signature (Spec/token.md 4.5).
package struct Fingerprint: Hashable, Sendable {
    package static let byteCount = 16
    /// The bytes as one number, the first byte the highest: it sorts as they do.
    package let number: UInt128

    /// That of a justificatif's message.
    package init(of message: SignedMessage, _ hasher: some Hashing) {
        self = message.withSignedBytes(.token) { Fingerprint(ofSigned: $0, hasher) }
    }

    /// That of the bytes that were signed.
    package init(ofSigned signed: borrowing Span<UInt8>, _ hasher: some Hashing) {
        number = hasher.sha256(signed).start
    }

    /// Nil unless 16 bytes are given.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == Fingerprint.byteCount else { return nil }
        self.init(number: UInt128(bigEndian: bytes))
    }

    package init(number: UInt128) { self.number = number }

    /// The sixteen bytes, as they are on the wire.
    package var bytes: [UInt8] { number.bigEndianBytes }
}

extension UInt128 {
    /// The number of sixteen bytes, the first the highest.
    fileprivate init(bigEndian bytes: [UInt8]) {
        self = bytes.reduce(0) { $0 << 8 | UInt128($1) }
    }

    /// Its sixteen bytes, the highest first.
    fileprivate var bigEndianBytes: [UInt8] {
        [UInt8](capacity: 16) { output in
            for place in (0..<16).reversed() {
                output.append(UInt8(truncatingIfNeeded: self >> UInt128(place * 8)))
            }
        }
    }
}
