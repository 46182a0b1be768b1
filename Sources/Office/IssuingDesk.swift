package import Counter
package import Explaining
package import Issuing
internal import ListFiles
internal import Lists
package import Proofs
package import Register
internal import Reporting
package import Sodium
internal import Threads
package import Verification
package import Wire

/// The issuer with the system's randomness, the register and the lists of counters at hand: a
/// proof is signed, then checked, then registered, and only then may it leave
/// (Spec/register.md 3).
package struct IssuingDesk<Key: Signing> {
    /// How many threads may have it sign at once.
    package let signaturesAtOnce: Int

    private let issuer: IssuerOfProofs<Key, SodiumCrypto>
    private let register: ProofRegister?
    private let today: Day
    private let counter: CounterCheck?
    private let crypto: SodiumCrypto
    /// The kid of the key that signs.
    package let kid: KeyIdentifier

    /// A desk that signs with `key`; without a register, nothing it issues can be cancelled.
    ///
    /// `today` is the day by the clock of the machine: nothing is registered on a later one.
    /// Without a `counter`, nobody looks whether counters would accept what is signed. A key that
    /// is outside of this program is asked for one signature after the other.
    package init(
        key: Key, isOutside: Bool = false, register: ProofRegister?, today: Day,
        counter: CounterCheck? = nil, _ crypto: SodiumCrypto
    ) {
        signaturesAtOnce = isOutside ? 1 : JoinedThreads.usualLimit
        issuer = IssuerOfProofs(key: key, crypto: crypto)
        kid = key.publicKey.identifier(crypto)
        self.register = register
        self.today = today
        self.counter = counter
        self.crypto = crypto
    }

    /// Whether proofs are entered in a register, so that they can be cancelled.
    package var isRegistering: Bool { register != nil }

    /// The row of an identifier; nil if there is none, or no register.
    func row(of identifier: ProofIdentifier) throws(RegisterFault) -> RegisterRow? {
        try register?.row(of: identifier)
    }

    /// Signs, checks what was signed by the verifier's own rules, and holds it against the lists
    /// of counters if there are some.
    ///
    /// `identifier` is one that nothing was issued under; nil for random bytes. Throws
    /// `IssuingFault` for claims that may not be signed, and `DeskRefusal` for what every counter
    /// with these lists would refuse.
    package func sign(
        _ request: IssueRequest, as identifier: ProofIdentifier? = nil
    ) throws -> UnregisteredProof {
        let random = crypto.randomBytes(ProofIdentifier.byteCount)
        guard let identifier = identifier ?? ProofIdentifier(random) else {
            throw SodiumFault.unavailable
        }
        let proof = try issuer.issue(
            request.claims, issued: request.issued, lastDay: request.lastDay,
            identifier: identifier)
        return UnregisteredProof(proof: proof, verdict: try counter?.verdict(on: proof))
    }

    /// The justificatif that was issued under `identifier` for the same request: the same bytes.
    ///
    /// Nil unless the register has its row. Throws what `sign` throws.
    package func issuedBefore(
        _ request: IssueRequest, as identifier: ProofIdentifier
    ) throws -> IssuedProof? {
        let proof = try sign(request, as: identifier).proof
        let row = try register?.row(of: identifier)
        return row?.fingerprint == proof.fingerprint ? proof : nil
    }

    /// Refuses to make a page of what counters do not accept, and a page that would promise what
    /// cannot be kept.
    package func checkForPage(_ signed: UnregisteredProof) throws(DeskRefusal) {
        guard let counter, let verdict = signed.verdict else { throw .noLists }
        guard verdict.code.family == .green, let proof = verdict.proof else {
            throw .counterWouldRefuse(verdict, lists: counter.lists)
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

extension IssuingDesk: Sendable where Key: Sendable {}

/// A signed justificatif that is not in the register yet and cannot be written anywhere.
package struct UnregisteredProof: Sendable {
    fileprivate let proof: IssuedProof
    /// What a counter would say; nil without its lists.
    fileprivate let verdict: Verdict?

    var identifier: ProofIdentifier { proof.justificatif.identifier }

    /// Its files in memory, which are written once it is registered.
    func draw<Files>(_ body: (IssuedProof) throws -> Files) rethrows -> Files { try body(proof) }

    fileprivate var row: RegisterRow {
        RegisterRow(
            identifier: proof.justificatif.identifier, fingerprint: proof.fingerprint,
            reference: proof.reference, issued: proof.justificatif.issued)
    }
}

/// The lists that counters have, for an issuer to look with their eyes (Spec/issuing.md 1).
package struct CounterCheck: Sendable {
    /// What refusals call the lists, such as the name of their folder.
    let lists: String
    private let verifier: Verifier<SodiumCrypto>
    private let edition: ListsEdition
    private let now: Instant

    /// Judges as a counter with these lists would at `now`; `name` is what refusals call them.
    package init(_ counter: CounterDesk, lists name: String, at now: Instant) {
        verifier = counter.judge.verifier
        edition = counter.lists.edition
        lists = name
        self.now = now
    }

    /// The newest revocation list that counters have of what `key` signs; nil if they have none.
    func release(for key: PublicKey) -> (list: String, mark: HighWaterMarks.Mark)? {
        let issuer = edition.trust?.list.content.issuers.first { $0.key == key }
        guard let list = issuer?.revocationList, let mark = edition.marks.revocations[list] else {
            return nil
        }
        return (list, mark)
    }

    /// Throws `counterWouldRefuse` for what this proof can never be accepted with.
    ///
    /// Lists that are old and a clock that is wrong say nothing of the proof.
    fileprivate func verdict(on proof: IssuedProof) throws(DeskRefusal) -> Verdict {
        let verdict = verifier.verdict(on: proof.token, at: now)
        switch verdict.code {
        case .valid, .validListsAging, .listsStale, .clockSuspect: return verdict
        case .signatureInvalid, .issuerUnknown, .outOfScope, .keyWithdrawn, .revoked, .expired,
            .notYetValid, .wrongRecipient, .malformed, .versionUnknown, .foreignCode,
            .unreadable, .severalCodes, .internalError:
            throw .counterWouldRefuse(verdict, lists: lists)
        }
    }
}

/// Why a justificatif is not issued, or no page made of it; it is not registered either.
package enum DeskRefusal: Explained {
    /// What a counter that has the lists would say.
    case counterWouldRefuse(Verdict, lists: String)
    /// A page is made with the lists of counters only.
    case noLists
    /// The page would say how to have it cancelled, and it is in no register.
    case notRegistered

    package var explanation: Explanation {
        switch self {
        case .counterWouldRefuse(let verdict, let lists):
            Explanation(
                "counter-would-refuse", .configuration,
                "un guichet avec les listes de \(lists) dirait \(verdict.code.rawValue) "
                    + "(\(VerdictWords(verdict, .french).headline)) ; rien n’a été établi",
                "a counter with the lists of \(lists) would say \(verdict.code.rawValue) "
                    + "(\(VerdictWords(verdict, .english).headline)); nothing was issued")
        case .noLists:
            Explanation(
                "page-without-lists", .configuration,
                "une page n’est faite qu’avec les listes des guichets ; donnez leur dossier",
                "a page is made with the lists of counters only; give their folder")
        case .notRegistered:
            Explanation(
                "page-without-register", .data,
                "sans registre, la page promettrait une annulation impossible",
                "without a register, the page would promise that it can be cancelled")
        }
    }
}
