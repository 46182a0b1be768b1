package import Counter
internal import Explaining
internal import Issuing
internal import JSONFields
internal import Office
package import Proofs
package import Register
package import SigningMessages
package import Sodium
internal import Synchronization
package import Wire

/// Does what a portal asks: the key, the register and the office secret in one place
/// (Spec/signing.md).
///
/// May be asked from several threads at once; justificatifs are issued one after the other.
package final class RequestDesk<Key: Signing & Sendable>: Sendable {
    private struct State {
        var memory = RepeatMemory()
        var lists: CounterDesk?
    }

    private let key: Key
    private let register: ProofRegister
    private let secret: KeyedSecret?
    private let listsName: String
    private let clock: @Sendable () -> Instant
    private let crypto: SodiumCrypto
    private let state: Mutex<State>

    /// A desk that signs with `key` and enters what it signs in `register`.
    ///
    /// Without `secret` identifiers are random, and nobody finds theirs again. `lists` are those
    /// that counters have, with the name by which refusals call them: what they would refuse is
    /// not issued. `clock` is that of the machine.
    package init(
        key: Key, register: ProofRegister, secret: KeyedSecret?,
        lists: (counter: CounterDesk, name: String)? = nil,
        clock: @escaping @Sendable () -> Instant, _ crypto: SodiumCrypto
    ) {
        self.key = key
        self.register = register
        self.secret = secret
        self.clock = clock
        self.crypto = crypto
        listsName = lists?.name ?? ""
        state = Mutex(State(lists: lists?.counter))
    }

    /// The answer to a request; a refusal is one too.
    package func answer(_ request: SigningRequest) -> SigningAnswer {
        do {
            switch request {
            case .preview(let wish):
                let request = try IssueRequest(wish, at: clock())
                try request.check()
                return .readable(ReadableProof(request))
            case .issue(let wish, let holder, let key):
                return .issued(
                    try state.withLock { state in
                        try issue(wish, for: holder, under: key, &state)
                    })
            case .proofs(let holder): return .proofs(try records(of: holder).proofs(at: clock()))
            case .cancel(let reference, let holder):
                let proofs = try records(of: holder).cancel(reference, at: clock())
                guard !proofs.isEmpty else { throw ServiceRefusal.unknownProof }
                return .proofs(proofs)
            case .cancelAll(let holder):
                return .proofs(try records(of: holder).cancel(nil, at: clock()))
            }
        } catch { return .refused(SigningRefusal(error)) }
    }

    private func records(of holder: Holder) throws(ServiceRefusal) -> HolderRecords {
        guard let secret else { throw .noOfficeSecret }
        return HolderRecords(of: holder, register: register, secret)
    }

    private func issue(
        _ wish: ProofWish, for holder: Holder, under key: RequestKey, _ state: inout State
    ) throws -> DeliveredProof {
        let now = clock()
        state.memory.forget(at: now)
        if let entry = state.memory.entry(of: key) { return try issueAgain(wish, entry) }
        guard state.memory.hasRoom else { throw ServiceRefusal.busy }
        let request = try IssueRequest(wish, at: now)
        try register.checkClock(now)
        let counter = counter(at: now, &state)
        try register.checkReleases(
            under: self.key.publicKey, counter: counter, beside: register.path)
        let desk = IssuingDesk(
            key: self.key, register: register, today: now.day, counter: counter, crypto)
        let identifiers: [ProofIdentifier?] =
            try secret.map {
                try HolderRecords(of: holder, register: register, $0).freeIdentifiers(
                    kind: wish.kind, issued: request.issued, lastDay: request.lastDay)
            } ?? [nil]
        for identifier in identifiers {
            let signed = try desk.sign(request, as: identifier)
            do throws(RegisterFault) {
                for proof in try desk.register([signed]) {
                    state.memory.remember(
                        .init(identifier: proof.justificatif.identifier, instant: now), under: key)
                    return DeliveredProof(proof, request, isRepeat: false)
                }
            } catch {
                // Another process was faster: the next counter.
                guard error == .identifierTaken else { throw error }
            }
        }
        throw ServiceRefusal.tooManyToday
    }

    /// The bytes that were issued then, or a refusal if this is another wish.
    private func issueAgain(
        _ wish: ProofWish, _ entry: RepeatMemory.Entry
    ) throws -> DeliveredProof {
        let request = try IssueRequest(wish, at: entry.instant)
        let desk = IssuingDesk(key: key, register: register, today: entry.instant.day, crypto)
        guard let proof = try desk.issuedBefore(request, as: entry.identifier) else {
            throw ServiceRefusal.requestKeyUsed
        }
        return DeliveredProof(proof, request, isRepeat: true)
    }

    private func counter(at now: Instant, _ state: inout State) -> CounterCheck? {
        _ = state.lists?.refresh(at: now)
        return state.lists.map { CounterCheck($0, lists: listsName, at: now) }
    }
}

extension IssueRequest {
    /// The request of a wish, judged as of `now`.
    fileprivate init(_ wish: ProofWish, at now: Instant) throws {
        try self.init(
            EvidenceRequest(
                kind: wish.kind, answer: JSONInput(wish.answer, at: "answer"),
                identity: JSONInput(wish.identity, at: "identity"), disclose: wish.disclose,
                scale: wish.scale.map { JSONInput($0, at: "scale") }, fetchedAt: wish.fetchedAt),
            IssueTerms(
                now: now, lastDay: wish.lastDay, recipient: wish.recipient,
                confirmsZero: wish.confirmsZero))
    }
}

extension DeliveredProof {
    fileprivate init(_ proof: IssuedProof, _ request: IssueRequest, isRepeat: Bool) {
        self.init(
            text: proof.text, reference: proof.reference, readable: ReadableProof(request),
            isRepeat: isRepeat)
    }
}
