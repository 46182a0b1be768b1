package import OutgoingCalls
package import PortalRules
package import Siblings
package import SigningClient
package import Vault

/// What a portal has of the machine: clocks, chance, other services.
package struct PortalEdges: Sendable {
    package let settings: PortalSettings
    /// The client's secret at the provider.
    package let secret: String
    /// Those the portal has with data bodies.
    package let bodySecrets: [DataSource: String]
    /// For the provider.
    package let caller: OutgoingCaller
    /// One a data body, so that one that hangs takes no thread of another.
    package let bodyCallers: [DataSource: OutgoingCaller]
    package let office: OfficeClient
    package let printer: PagePrinter
    package let vault: AnswerVault
    /// Nil if nothing is kept between two visits.
    package let space: PersonSpace?
    package let advice: AdviceRules
    /// Nil for a button in words.
    package let artwork: LoginArtwork?
    package let clock: @Sendable () -> VaultTime
    /// So many random bytes.
    package let random: @Sendable (Int) -> [UInt8]

    package init(
        settings: PortalSettings, secret: String, bodySecrets: [DataSource: String],
        caller: OutgoingCaller, bodyCallers: [DataSource: OutgoingCaller], office: OfficeClient,
        printer: PagePrinter, vault: AnswerVault, space: PersonSpace?, advice: AdviceRules,
        artwork: LoginArtwork?, clock: @escaping @Sendable () -> VaultTime,
        random: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.settings = settings
        self.secret = secret
        self.bodySecrets = bodySecrets
        self.caller = caller
        self.bodyCallers = bodyCallers
        self.office = office
        self.printer = printer
        self.vault = vault
        self.space = space
        self.advice = advice
        self.artwork = artwork
        self.clock = clock
        self.random = random
    }
}
