internal import JSONFields
internal import OutgoingCalls
internal import PortalRules
internal import Vault

/// The portal's own token at DGFIP, kept until shortly before it ends; nothing of a person is in it
/// (RFC 6749 4.4).
actor ClientTokens {
    private struct Held {
        let token: String
        /// Of the steady clock, in milliseconds.
        let until: Int64
    }

    private let edges: PortalEdges
    private var held: Held?
    /// One call for all who wait for it.
    private var fetch: Task<Held?, Never>?

    init(_ edges: PortalEdges) { self.edges = edges }

    /// A token other than the one that was refused; nil if none is to be had in time.
    func token(otherThan refused: String? = nil, within limit: Duration? = nil) async -> String? {
        if let held, held.token != refused, edges.clock().steadyMilliseconds < held.until {
            return held.token
        }
        let task = fetch ?? Task { [edges] in await ClientTokens.fetch(edges, within: limit) }
        fetch = task
        held = await task.value
        fetch = nil
        return held?.token
    }

    private static func fetch(_ edges: PortalEdges, within limit: Duration?) async -> Held? {
        guard let access = edges.settings.bodies.tax, let secret = edges.bodySecrets[.tax],
            let caller = edges.bodyCallers[.tax],
            let answer = try? await caller.post(
                access.tokenForm, to: access.tokenAddress,
                fields: [OutgoingField("Authorization", access.authorization(secret: secret))],
                within: limit),
            answer.status == 200,
            case .object(let members)? = try? JSONValue(parsing: answer.body, from: "token"),
            case .string(let token)? = members["access_token"], !token.isEmpty
        else { return nil }
        var seconds: Int64 = 60
        if case .integer(let life)? = members["expires_in"] { seconds = min(max(life, 0), 3_600) }
        // Not the last half minute: a call takes its time.
        let until = edges.clock().steadyMilliseconds + max(0, seconds - 30) * 1_000
        return Held(token: token, until: until)
    }
}
