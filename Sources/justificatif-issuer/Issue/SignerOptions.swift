internal import ArgumentParser
internal import Console
internal import Issuing
internal import Proofs
internal import Sodium
internal import Wire

/// Whose key signs, and whether anything is kept of what it signed.
struct SignerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Secret issuer key.", valueName: "name.key"))
    var key: String?

    @OptionGroup var passphrase: PassphraseOption

    @Flag(
        help: ArgumentHelp(
            "Keep no trace of it: it can then not be cancelled before its last day."))
    var unregistered = false

    func desk(_ crypto: SodiumCrypto) throws -> IssuingDesk {
        guard let key else { throw Failure(.refused, "--key: say which key signs") }
        guard unregistered else {
            throw Failure(
                .refused,
                "--unregistered: say so that no trace is kept, and that what is issued can "
                    + "not be cancelled before its last day")
        }
        return IssuingDesk(
            issuer: IssuerOfProofs(
                key: try passphrase.open(key, role: .issuer, crypto), crypto: crypto),
            crypto: crypto)
    }
}

/// The issuer with the system's randomness at hand.
struct IssuingDesk {
    let issuer: IssuerOfProofs<SecretKey, SodiumCrypto>
    let crypto: SodiumCrypto

    func issue(_ request: IssueRequest) throws -> IssuedProof {
        let random = crypto.randomBytes(ProofIdentifier.byteCount)
        guard let identifier = ProofIdentifier(random) else { throw SodiumFault.unavailable }
        return try issuer.issue(
            request.claims, issued: request.issued, lastDay: request.lastDay,
            identifier: identifier)
    }
}
