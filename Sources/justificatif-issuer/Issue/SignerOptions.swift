internal import ArgumentParser
internal import Console
internal import Office
internal import Proofs
internal import Register
internal import Sodium
internal import Wire

/// Whose key signs, and where what it signed is registered.
struct SignerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Secret issuer key.", valueName: "name.key"))
    var key: String?

    @OptionGroup var passphrase: PassphraseOption

    @Option(
        help: ArgumentHelp(
            "Register to enter it in, made if there is none; it can then be cancelled.",
            valueName: "db"))
    var register: String?

    @Flag(
        help: ArgumentHelp(
            "Keep no trace of it: it can then not be cancelled before its last day."))
    var unregistered = false

    /// `at` is the instant a person gave; without one the clock must be believable.
    func desk(
        _ crypto: SodiumCrypto, at: String?, counter: CounterCheck?
    ) throws -> IssuingDesk<SecretKey> {
        guard let key else { throw Failure(.refused, "--key: say which key signs") }
        guard (register != nil) != unregistered else {
            throw Failure(
                .refused,
                register == nil
                    ? "--register DB: say where it is registered; or --unregistered, so that no "
                        + "trace is kept, and that it can not be cancelled before its last day"
                    : "give --register or --unregistered, not both")
        }
        let secret = try passphrase.open(key, role: .issuer, crypto)
        let now = Instant(seconds: SystemClock.seconds())
        let opened = try register.map(openRegister)
        if at == nil { try opened?.checkClock(now) }
        return IssuingDesk(
            key: secret, register: opened, today: now.day, counter: counter, crypto)
    }

    private func openRegister(_ path: String) throws -> ProofRegister {
        let (register, isNew) = try ProofRegister.openOrCreate(path)
        if isNew { Terminal.note("registre créé : \(path)") }
        try ReleaseNote.read(ReleaseNote.path(besideRegister: path))?.check(register)
        return register
    }
}
