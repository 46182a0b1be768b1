internal import Issuing
internal import Proofs
internal import Register
internal import Sodium
internal import Verification
internal import Wire

/// The issuer with the system's randomness and the register at hand.
struct IssuingDesk {
    private let issuer: IssuerOfProofs<SecretKey, SodiumCrypto>
    private let register: ProofRegister?
    private let today: Day
    private let crypto: SodiumCrypto

    init(key: SecretKey, register: ProofRegister?, today: Day, crypto: SodiumCrypto) {
        issuer = IssuerOfProofs(key: key, crypto: crypto)
        self.register = register
        self.today = today
        self.crypto = crypto
    }

    var isRegistering: Bool { register != nil }

    /// Signs and checks; what this returns must go through `register` before it leaves.
    func sign(_ request: IssueRequest) throws -> UnregisteredProof {
        let random = crypto.randomBytes(ProofIdentifier.byteCount)
        guard let identifier = ProofIdentifier(random) else { throw SodiumFault.unavailable }
        return UnregisteredProof(
            proof: try issuer.issue(
                request.claims, issued: request.issued, lastDay: request.lastDay,
                identifier: identifier))
    }

    /// What a counter would say of it.
    func verdict(
        on signed: UnregisteredProof, by verifier: Verifier<SodiumCrypto>, at now: Instant
    ) -> Verdict {
        verifier.verdict(onText: signed.proof.text, at: now)
    }

    /// Enters proofs in the register, all or none, if there is one; they may leave once this
    /// returns.
    func register(_ proofs: [UnregisteredProof]) throws(RegisterFault) -> [IssuedProof] {
        try register?.add(proofs.map(\.row), today: today)
        return proofs.map(\.proof)
    }
}

/// A signed justificatif that is not in the register yet and cannot be written anywhere.
struct UnregisteredProof {
    fileprivate let proof: IssuedProof

    fileprivate var row: RegisterRow {
        RegisterRow(
            identifier: proof.justificatif.identifier, fingerprint: proof.fingerprint,
            reference: proof.reference, issued: proof.justificatif.issued)
    }
}
