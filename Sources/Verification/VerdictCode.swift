/// The closed list of verdicts (Spec/verdicts.md 1).
///
/// Codes are stable, ASCII, never translated.
package enum VerdictCode: String, CaseIterable, Sendable {
    case valid = "valid"
    case validListsAging = "valid-lists-aging"
    case signatureInvalid = "signature-invalid"
    case issuerUnknown = "issuer-unknown"
    case outOfScope = "out-of-scope"
    case keyWithdrawn = "key-withdrawn"
    case revoked = "revoked"
    case expired = "expired"
    case notYetValid = "not-yet-valid"
    case wrongRecipient = "wrong-recipient"
    case listsStale = "lists-stale"
    case clockSuspect = "clock-suspect"
    case malformed = "malformed"
    case versionUnknown = "version-unknown"
    case foreignCode = "foreign-code"
    case unreadable = "unreadable"
    case severalCodes = "several-codes"
    case internalError = "internal-error"

    /// What the screen shows before any word: a colour and a shape of its own.
    package enum Family: String, Sendable {
        /// Authentic and usable: a tick.
        case green
        /// Not authentic, or cancelled: a cross.
        case red
        /// Authentic but not usable, or nothing can be concluded: a clock.
        case amber
        /// Nothing was judged: a square.
        case grey
    }

    /// The family of Spec/verdicts.md 1, which decides colour and shape.
    package var family: Family {
        switch self {
        case .valid, .validListsAging: .green
        case .signatureInvalid, .issuerUnknown, .outOfScope, .keyWithdrawn, .revoked: .red
        case .expired, .notYetValid, .wrongRecipient, .listsStale, .clockSuspect: .amber
        case .malformed, .versionUnknown, .foreignCode, .unreadable, .severalCodes,
            .internalError:
            .grey
        }
    }

    /// The exit status of a command that ends with this verdict (Spec/verdicts.md 4).
    package func exitStatus(strict: Bool) -> Int32 {
        switch self {
        case .valid: 0
        case .validListsAging: strict ? 3 : 0
        case .listsStale, .clockSuspect: 3
        case .signatureInvalid, .issuerUnknown, .outOfScope, .keyWithdrawn, .revoked, .expired,
            .notYetValid, .wrongRecipient:
            1
        case .malformed, .versionUnknown, .foreignCode, .unreadable, .severalCodes: 4
        case .internalError: 70
        }
    }
}

extension VerdictCode {
    /// How bad it is beside others, the worst highest: in the order in which exit statuses are
    /// compared (Spec/verdicts.md 4), aging lists above none.
    package var gravity: Int {
        switch self {
        case .valid: 0
        case .validListsAging: 1
        case .malformed, .versionUnknown, .foreignCode, .unreadable, .severalCodes: 2
        case .listsStale, .clockSuspect: 3
        case .signatureInvalid, .issuerUnknown, .outOfScope, .keyWithdrawn, .revoked, .expired,
            .notYetValid, .wrongRecipient:
            4
        case .internalError: 5
        }
    }
}
