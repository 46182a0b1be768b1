internal import Explaining
internal import OpenIDConnect
internal import OutgoingCalls
internal import PortalPages
internal import Vault

/// What the provider publishes, fetched when needed and kept for an hour (Spec/portal.md 3.4).
actor ProviderDirectory {
    struct Snapshot {
        let metadata: ProviderMetadata
        let keys: KeySet
        /// Of the steady clock, in milliseconds.
        let fetchedAt: Int64
    }

    private let provider: Provider
    private let caller: OutgoingCaller
    private let clock: @Sendable () -> VaultTime
    private var snapshot: Snapshot?
    private var retriedAt: Int64?
    /// One fetch for all who wait for it.
    private var fetch: Task<Result<Snapshot, PortalFailure>, Never>?

    init(
        _ provider: Provider, _ caller: OutgoingCaller, clock: @escaping @Sendable () -> VaultTime
    ) {
        self.provider = provider
        self.caller = caller
        self.clock = clock
    }

    /// What is in force now.
    func current() async throws(PortalFailure) -> Snapshot {
        if let snapshot, !KeyRefreshing.isDue(age: age(of: snapshot)) { return snapshot }
        return try await fetched()
    }

    /// What may know a key that `current` does not.
    func afterUnknownKey() async throws(PortalFailure) -> Snapshot {
        // What is under way may bring it: of many at once none is turned away.
        if fetch != nil { return try await fetched() }
        let now = clock().steadyMilliseconds
        let pause = retriedAt.map { Duration.milliseconds(now - $0) }
        if let snapshot, !KeyRefreshing.mayRetry(pause: pause) { return snapshot }
        retriedAt = now
        return try await fetched()
    }

    private func age(of snapshot: Snapshot) -> Duration {
        .milliseconds(clock().steadyMilliseconds - snapshot.fetchedAt)
    }

    private func fetched() async throws(PortalFailure) -> Snapshot {
        let task =
            fetch
            ?? Task { [provider, caller, clock] in
                do throws(PortalFailure) {
                    return .success(
                        try await ProviderDirectory.read(
                            provider, caller, at: clock().steadyMilliseconds))
                } catch { return .failure(error) }
            }
        fetch = task
        let result = await task.value
        fetch = nil
        let read = try result.get()
        snapshot = read
        return read
    }

    private static func read(
        _ provider: Provider, _ caller: OutgoingCaller, at time: Int64
    ) async throws(PortalFailure) -> Snapshot {
        guard let address = ProviderMetadata.address(of: provider.issuer) else {
            throw .unavailable("provider-metadata")
        }
        do {
            let document = try await caller.get(address)
            let metadata = try ProviderMetadata(parsing: document.body, of: provider.issuer)
            let keys = try await caller.get(metadata.keys)
            return Snapshot(
                metadata: metadata, keys: try KeySet(parsing: keys.body), fetchedAt: time)
        } catch let error as any Explained {
            throw .unavailable(error.code)
        } catch { throw .unavailable("unforeseen") }
    }
}
