package import Explaining
internal import OpenIDConnect
internal import OutgoingCalls
internal import PortalPages
internal import PortalRules
internal import SigningClient
internal import SigningMessages
internal import WebRules
internal import Wire

extension PortalDesk {
    /// What is wrong with the neighbours, each in a line; empty if everything answers.
    ///
    /// Asks the provider for its document and keys, and the signing service for the justificatifs
    /// of a person nobody is.
    package func faults() async -> [Explanation] {
        var faults: [Explanation] = []
        do throws(PortalFailure) { _ = try await directory.current() } catch {
            faults.append(
                Explanation(
                    error.code, .configuration,
                    "\(settings.provider.issuer) : ne répond pas comme un fournisseur d’identité",
                    "\(settings.provider.issuer): does not answer as an identity provider"))
        }
        if let access = settings.bodies.tax, await clientTokens.token() == nil {
            faults.append(
                Explanation(
                    "client-token", .configuration,
                    "\(access.tokenAddress.origin) : ne donne pas de jeton à ce client",
                    "\(access.tokenAddress.origin): gives this client no token"))
        }
        for procedure in settings.procedures {
            guard let bytes = procedure.partner?.statusKey,
                PublicKey(bytes, checkedBy: crypto) == nil
            else { continue }
            faults.append(
                Explanation(
                    "status-key", .configuration,
                    "\(procedure.identifier) : status_key n’est pas une clé Ed25519",
                    "\(procedure.identifier): status_key is no Ed25519 key"))
        }
        guard let nobody = Holder("check-config") else { return faults }
        do throws(OfficeFault) { _ = try await edges.office.proofs(of: nobody) } catch {
            faults.append(error.explanation)
        }
        return faults
    }
}
