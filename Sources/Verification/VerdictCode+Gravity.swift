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
