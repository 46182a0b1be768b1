package import Explaining
package import Issuing
internal import Lists
package import Proofs
package import Register
package import Sodium
package import Verification
package import Wire

/// The issuer with the system's randomness and the register at hand: a proof is signed, then
/// checked, then registered, and only then may it leave (Spec/register.md 3).
package struct IssuingDesk<Key: Signing> {
    private let issuer: IssuerOfProofs<Key, SodiumCrypto>
    private let register: ProofRegister?
    private let today: Day
    private let crypto: SodiumCrypto

    /// A desk that signs with `key`; without a register, nothing it issues can be cancelled.
    ///
    /// `today` is the day by the clock of the machine: nothing is registered on a later one.
    package init(key: Key, register: ProofRegister?, today: Day, _ crypto: SodiumCrypto) {
        issuer = IssuerOfProofs(key: key, crypto: crypto)
        self.register = register
        self.today = today
        self.crypto = crypto
    }

    /// Whether proofs are entered in a register, so that they can be cancelled.
    package var isRegistering: Bool { register != nil }

    /// Signs, and checks what was signed by the verifier's own rules.
    ///
    /// Throws `IssuingFault` for claims that may not be signed.
    package func sign(_ request: IssueRequest) throws -> UnregisteredProof {
        let random = crypto.randomBytes(ProofIdentifier.byteCount)
        guard let identifier = ProofIdentifier(random) else { throw SodiumFault.unavailable }
        return UnregisteredProof(
            proof: try issuer.issue(
                request.claims, issued: request.issued, lastDay: request.lastDay,
                identifier: identifier))
    }

    /// Refuses what a counter with the lists of `verifier` would refuse at `now`, and a page that
    /// would promise what cannot be kept.
    package func checkForPage(
        _ signed: UnregisteredProof, by verifier: Verifier<SodiumCrypto>, at now: Instant
    ) throws(PageRefusal) {
        let verdict = verifier.verdict(onText: signed.proof.text, at: now)
        guard verdict.code.family == .green, let proof = verdict.proof else {
            throw .counterWouldRefuse(verdict)
        }
        // The page says how to have it cancelled if the issuer's entry says that it can be.
        guard isRegistering || proof.issuer.revocationList == nil else { throw .notRegistered }
    }

    /// Enters proofs in the register, all or none, if there is one; they may leave once this
    /// returns.
    ///
    /// Throws `dayClosed` and `dayInFuture` for a day on which nothing can be issued.
    package func register(_ proofs: [UnregisteredProof]) throws(RegisterFault) -> [IssuedProof] {
        try register?.add(proofs.map(\.row), today: today)
        return proofs.map(\.proof)
    }
}

/// Everything that is decided before a signature.
package struct IssueRequest: Equatable, Sendable {
    package let claims: Claims
    /// The UTC day of issue.
    package let issued: Day
    /// Inclusive.
    package let lastDay: Day

    package init(claims: Claims, issued: Day, lastDay: Day) {
        self.claims = claims
        self.issued = issued
        self.lastDay = lastDay
    }
}

/// A signed justificatif that is not in the register yet and cannot be written anywhere.
package struct UnregisteredProof {
    fileprivate let proof: IssuedProof

    fileprivate var row: RegisterRow {
        RegisterRow(
            identifier: proof.justificatif.identifier, fingerprint: proof.fingerprint,
            reference: proof.reference, issued: proof.justificatif.issued)
    }
}

/// Why no page is made of a justificatif, which is then not registered either.
package enum PageRefusal: Explained {
    /// What a counter that has the same lists would say.
    case counterWouldRefuse(Verdict)
    /// The page would say how to have it cancelled, and it is in no register.
    case notRegistered

    package var explanation: Explanation {
        switch self {
        case .counterWouldRefuse(let verdict):
            Explanation(
                "counter-would-refuse", .configuration,
                "un guichet avec ces listes dirait \(verdict.code.rawValue) ; rien n’a été établi",
                "a counter with these lists would say \(verdict.code.rawValue); nothing was issued"
            )
        case .notRegistered:
            Explanation(
                "page-without-register", .data,
                "sans registre, la page promettrait une annulation impossible",
                "without a register, the page would promise that it can be cancelled")
        }
    }
}
