internal import Proofs

extension Justificatif {
    /// What to leave out of a justificatif that is too large.
    ///
    /// Names of claims that nothing else requires, the largest first, at most four, each with its
    /// bytes: `qf (5)`.
    var heaviestOptionalClaims: [String] {
        let required = Set(claims.labels.flatMap { ClaimRegistry.row(of: $0).requires })
        let whole = payload.count
        return claims.labels
            .filter { !required.contains($0) && $0 != .birthDate }
            .map { label in
                var lighter = claims
                lighter[label] = nil
                let rest = Justificatif(
                    identifier: identifier, issued: issued, expires: expires, claims: lighter)
                return (name: label.registryName, bytes: whole - rest.payload.count)
            }
            .sorted { $0.bytes > $1.bytes }
            .prefix(4)
            .map { "\($0.name) (\($0.bytes))" }
    }
}
