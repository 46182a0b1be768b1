/// The rules after the signature, in the order that decides between two faults
/// (Spec/verdicts.md 2).
enum Rules {
    static let afterSignature: [any (Rule & SendableMetatype).Type] = [
        KnownClaimsRule.self,
        SenseRule.self,
        ScopeRule.self,
        KeyStateRule.self,
        RevocationRule.self,
        ClockRule.self,
        NotYetRule.self,
        ExpiryRule.self,
        RecipientRule.self,
        FreshnessRule.self,
    ]
}
