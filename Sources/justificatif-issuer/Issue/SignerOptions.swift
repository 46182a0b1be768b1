internal import ArgumentParser
internal import Console
internal import Explaining
internal import Office
internal import Proofs
internal import Register
internal import Signers
internal import Sodium
internal import Wire

/// Whose key signs, and where what it signed is registered.
struct SignerOptions: ParsableArguments {
    @OptionGroup var choice: SignerChoice

    @Option(
        help: ArgumentHelp(
            "Register to enter it in; it can then be cancelled. A file, made if there is none and "
                + "no package keeps registers here, or postgresql://USER@HOST/DATABASE.",
            valueName: "db"))
    var register: String?

    @Flag(
        help: ArgumentHelp(
            "Keep no trace of it: it can then not be cancelled before its last day."))
    var unregistered = false

    /// `at` is the instant a person gave; without one the clock must be believable.
    func desk(
        at: String?, counter: CounterCheck?, _ crypto: SodiumCrypto, _ language: Language
    ) throws -> IssuingDesk<Signer> {
        try choice.check()
        guard (register != nil) != unregistered else {
            throw register == nil ? SignerOptions.noRegister : SignerOptions.bothRegisters
        }
        let signer = try choice.open(role: .issuer, crypto, language)
        let now = Instant(seconds: SystemClock.seconds())
        let opened = try register.map { path in
            let (register, isNew) = try ProofRegister.openForIssuing(
                path, under: signer.publicKey, counter: counter)
            if isNew {
                Terminal.note(
                    language(
                        "registre créé : \(register.path)", "register created: \(register.path)"),
                    language)
            }
            return register
        }
        if at == nil { try opened?.checkClock(now) }
        return IssuingDesk(
            key: signer, isOutside: signer.isOutside, register: opened, today: now.day,
            counter: counter, crypto)
    }

    private static let noRegister = Failure(
        "register-option", .data,
        "--register DB : dites où il est enregistré ; ou --unregistered, pour n’en garder aucune "
            + "trace et ne pas pouvoir l’annuler avant son dernier jour",
        "--register DB: say where it is registered; or --unregistered, so that no trace is kept, "
            + "and that it can not be cancelled before its last day")

    private static let bothRegisters = Failure(
        "register-option", .data, "--register et --unregistered s’excluent ; donnez l’un des deux",
        "give --register or --unregistered, not both")
}
