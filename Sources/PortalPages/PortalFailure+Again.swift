internal import Explaining
internal import OpenIDConnect
internal import PortalRules

/// Which failures `/erreur` shows once more, for the other language (Spec/portal.md 2.2).
extension PortalFailure {
    /// Those whose page needs nothing but their code, and what a login or a visit was for.
    private static let plain: [PortalFailure] =
        [
            .noSession, .wrongForm, .noProof, .notConfirmed, .wrongLink, .noSpace, .noPage,
            .wrongMethod, .tooMany, .tooManyLogins, .visitEnded(nil), .login(.abandoned),
            .login(.stateUnknown), .login(.callbackMalformed), .login(.issuerWrong),
            .login(.tokenAlgorithm), .login(.keyUnknown), .login(.tokenSignature),
            .login(.audienceWrong), .login(.tokenTimes), .login(.nonceWrong),
            .login(.assuranceTooLow), .login(.subjectDiffers),
        ] + StatusRefusal.allCases.map { .status($0) } + away.map { .unavailable($0) }

    /// The codes of what a form or a callback may find that does not answer.
    private static let away = [
        "call-timeout", "call-too-large", "call-not-trusted", "call-unreachable",
        "provider-metadata", "provider-keys", "signing-timeout", "signing-unreachable",
        "signing-bad-answer", "vault-full", "no-locked-memory", "not-a-space", "space-newer",
        "space-busy", "space-unusable", "space-entry-too-large", "space-full", "space-last-day",
        "unforeseen",
    ]

    /// One of those failures, by its code; nil for any other code.
    package init?(code: String) {
        guard let known = PortalFailure.plain.first(where: { $0.code == code }) else { return nil }
        self = known
    }
}
