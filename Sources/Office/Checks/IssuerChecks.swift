package import Checking
internal import Explaining
package import Proofs
internal import Siblings
package import Sodium

/// Looks for everything that would keep an issuing body from issuing and publishing.
package enum IssuerChecks {
    /// What only root may look at: the passphrase, and whether it opens the keys.
    package static func secrets(
        _ places: IssuerPlaces, hasPortal: Bool, _ crypto: SodiumCrypto
    ) -> [CheckResult] {
        SecretChecks.results(places, hasPortal: hasPortal, crypto)
    }

    /// All else, to be asked as the account of the service.
    ///
    /// `backups` is the folder of the register's backups, nil if nobody named it.
    package static func results(
        _ places: IssuerPlaces, backups: String?, at now: Instant, _ crypto: SodiumCrypto
    ) -> [CheckResult] {
        OwnerChecks.results(places) + KeyChecks.results(places)
            + PublicationChecks.results(places, at: now, crypto)
            + [backups.map { BackupChecks.result(places, in: $0, at: now) }].compactMap(\.self)
            + [pages]
    }

    /// The program that draws pages: a body that makes none does without.
    private static var pages: CheckResult {
        guard let page = try? SiblingProgram.page.path() else {
            return .good(
                "justificatif-page : absent, aucune page n’est faite (pour en faire : apt install "
                    + "justificatif-page)",
                "justificatif-page: missing, no page is made (to make pages: apt install "
                    + "justificatif-page)")
        }
        return MissingLibraries.result(of: page)
            ?? .good("justificatif-page : \(page)", "justificatif-page: \(page)")
    }
}
