/// Rules between claims: no meaning by absence, no fact stated twice (Spec/token.md 4.4).
///
/// The issuer runs them before signing and the verifier after the signature.
package enum SenseFault: Equatable, Sendable {
    /// `claim` is only understandable together with `missing`.
    case missing(ClaimLabel, for: ClaimLabel)
    /// Two ways to state the same fact.
    case contradiction(ClaimLabel, ClaimLabel)
    /// Nobody to compare it with: no name, or no birth date.
    case noIdentity
    /// Born after the day of issue.
    case bornAfterIssue
    /// The last day is before the day of issue.
    case endsBeforeIssue
    /// The last day is later than three calendar months after the day of issue.
    case livesTooLong

    /// A stable code, `reason` in a verdict.
    package var code: String {
        switch self {
        case .missing(let missing, let claim):
            "missing-\(ClaimRegistry.row(of: missing).name)"
                + "-for-\(ClaimRegistry.row(of: claim).name)"
        case .contradiction(let first, let second):
            "\(ClaimRegistry.row(of: first).name)-excludes-\(ClaimRegistry.row(of: second).name)"
        case .noIdentity: "no-identity"
        case .bornAfterIssue: "born-after-issue"
        case .endsBeforeIssue: "ends-before-issue"
        case .livesTooLong: "lives-too-long"
        }
    }
}

extension Justificatif {
    /// The first rule it breaks, in the order of Spec/token.md 4.4; nil if it makes sense.
    package var senseFault: SenseFault? {
        if expires <= issued { return .endsBeforeIssue }
        if expires > Justificatif.latestExpiry(issued: issued) { return .livesTooLong }
        return identityFault ?? claims.requirementFault ?? claims.familyFault
    }

    private var identityFault: SenseFault? {
        guard claims.has(.familyName) || claims.has(.firstGivenName),
            let birthDate = claims.birthDate
        else { return .noIdentity }
        return birthDate.earliest > issued ? .bornAfterIssue : nil
    }
}

extension Claims {
    fileprivate var requirementFault: SenseFault? {
        firstFault { label in
            ClaimRegistry.row(of: label).requires.first { !has($0) }
                .map { .missing($0, for: label) }
        }
    }

    fileprivate var familyFault: SenseFault? {
        firstFault { label in
            ClaimRegistry.row(of: label).excludes.first { has($0) }
                .map { .contradiction(label, $0) }
        }
    }
}
