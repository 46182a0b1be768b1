import Explaining
import OpenIDConnect
import OutgoingCalls
import PortalPages
import PortalRules
import Vault

extension EveryError {
    private static let words = Wording("un champ manque", "a field is missing")

    static let portal: [any Explained] = [
        LoginRefusal.callbackMalformed, LoginRefusal.stateUnknown, LoginRefusal.issuerWrong,
        LoginRefusal.abandoned, LoginRefusal.providerRefused(ErrorCode("server_error")),
        LoginRefusal.tokenMalformed(words), LoginRefusal.tokenAlgorithm, LoginRefusal.keyUnknown,
        LoginRefusal.tokenSignature, LoginRefusal.audienceWrong, LoginRefusal.tokenTimes,
        LoginRefusal.nonceWrong, LoginRefusal.assuranceTooLow, LoginRefusal.subjectDiffers,
        LoginRefusal.providerMetadata(words), LoginRefusal.providerKeys(words),
        OutgoingFault.timedOut("https://a.example"), OutgoingFault.tooLarge("https://a.example"),
        OutgoingFault.notTrusted("https://a.example"),
        OutgoingFault.unreachable("https://a.example"),
        PortalFailure.noSession, PortalFailure.wrongForm, PortalFailure.wrongLink,
        PortalFailure.tooMany, PortalFailure.tooManyLogins, PortalFailure.noProof,
        PortalFailure.loginOver, PortalFailure.visitEnded(nil),
        PortalFailure.noSpace, PortalFailure.noPage, PortalFailure.wrongMethod,
        PortalFailure.notConfirmed,
        PortalFailure.status(.malformed), StatusRefusal.malformed, StatusRefusal.partnerUnknown,
        StatusRefusal.signature, StatusRefusal.ahead, StatusRefusal.referenceUnknown,
        PortalFailure.unavailable("call-timeout"), PortalFailure.login(.stateUnknown),
        ArtworkRefusal.missing("a"), ArtworkRefusal.otherContent("a/connexion.svg"),
        VaultFault.full, VaultFault.noLockedMemory(errno: 12),
    ]
}
