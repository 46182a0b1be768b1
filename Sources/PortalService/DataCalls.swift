internal import JSONFields
internal import OutgoingCalls
internal import PortalRules
internal import Proofs
internal import Vault
internal import WebRules

/// By what data bodies are asked about one person.
struct PersonAccess: Sendable {
    /// The person's access token at the provider.
    let token: String
    /// What they had kept of the name they have at France Travail; nil if nothing.
    let identifier: String?
}

/// Asks data bodies about one person, for everything at once (Spec/portal.md 5).
struct DataCalls: Sendable {
    /// What one datum came to, and when.
    struct Found: Sendable {
        let state: DatumState
        let answeredAt: VaultTime

        /// Why there is nothing to sign; nil if there is.
        var problem: DatumState? {
            switch state {
            case .obtained: nil
            case .absent, .notIdentified, .notTransmitted, .identifierMissing, .loginOver, .retry:
                state
            }
        }

        /// What may be signed of it, for a person of this identity.
        func basket(of identity: JSONValue) -> PersonFiles.Basket? {
            guard case .obtained(let answer) = state else { return nil }
            return PersonFiles.Basket(
                identity: identity, answer: answer,
                fetchedAt: Instant(seconds: answeredAt.wallSeconds))
        }
    }

    /// All of it together, in milliseconds: the access token lives a minute, and a person waits.
    private static let timeLimit: Int64 = 8_000
    /// The longest `Retry-After` that is waited, in seconds.
    private static let longestWait = 3

    let edges: PortalEdges
    let tokens: ClientTokens
    let access: PersonAccess
    private let end: Int64

    /// Begins the time in which everything is answered.
    init(_ edges: PortalEdges, _ tokens: ClientTokens, as access: PersonAccess) {
        self.edges = edges
        self.tokens = tokens
        self.access = access
        end = edges.clock().steadyMilliseconds + DataCalls.timeLimit
    }

    /// What each datum came to, in the order asked; one that fails holds no other up.
    func found(_ data: [Datum]) async -> [Found] {
        await withTaskGroup(of: (Int, Found).self) { group in
            for (place, datum) in data.enumerated() {
                group.addTask { (place, await found(datum)) }
            }
            var answers: [Int: Found] = [:]
            for await (place, answer) in group { answers[place] = answer }
            return data.indices.compactMap { answers[$0] }
        }
    }

    private func found(_ datum: Datum) async -> Found {
        var state = await ask(datum)
        // Once, and only if the wait is short.
        if case .retry(let seconds) = state, seconds <= DataCalls.longestWait,
            Duration.seconds(seconds) < timeLeft
        {
            try? await Task.sleep(for: .seconds(seconds))
            state = await ask(datum)
        }
        return Found(state: state, answeredAt: edges.clock())
    }

    private func ask(_ datum: Datum) async -> DatumState {
        switch datum.source {
        case .particulier: await askParticulier(datum)
        case .tax: await askTax(datum)
        case .employment: await askEmployment(datum)
        case .health: await askHealth(datum)
        }
    }

    /// Nothing if it is over.
    var timeLeft: Duration {
        .milliseconds(max(0, end - edges.clock().steadyMilliseconds))
    }
}
