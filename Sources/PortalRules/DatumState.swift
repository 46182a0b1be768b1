package import JSONFields

/// What a data body said when it was asked for one datum (Spec/portal.md 5).
package enum DatumState: Equatable, Sendable {
    /// Its answer, as `issuing.md` 2 takes it.
    case obtained(JSONValue)
    /// The body knows the person and has no such file.
    case absent
    /// The body found nobody.
    case notIdentified
    /// The body gave no such datum to this service.
    case notTransmitted
    /// The access token is over: the person logs in again.
    case loginOver
    /// Later; in so many seconds, 1 to 3600.
    case retry(seconds: Int)

    /// How long to wait where the body does not say.
    private static let usualWait = 60

    /// What the answer of API Particulier about a quotient familial means.
    ///
    /// `retryAfter` is `Retry-After` in seconds. The statuses are those of its server: 404 is a
    /// person without a file, and 422 is nobody.
    package init(quotientFamilialStatus status: Int, body: [UInt8], retryAfter: Int?) {
        switch status {
        case 200: self = DatumState.read(body)
        case 401: self = .loginOver
        case 403: self = .notTransmitted
        case 404: self = .absent
        case 422: self = DatumState.code(in: body) == "00203" ? .notTransmitted : .notIdentified
        default:
            self = .retry(seconds: min(max(retryAfter ?? DatumState.usualWait, 1), 3_600))
        }
    }

    /// What is said of a body that did not answer.
    package static let unanswered = DatumState.retry(seconds: usualWait)

    /// A member that is masked is absent: without persons nobody can be compared, and without the
    /// quotient there is nothing to state.
    private static func read(_ body: [UInt8]) -> DatumState {
        guard let answer = try? JSONValue(parsing: body, from: "answer"),
            case .object(let members) = answer, case .object(let data)? = members["data"]
        else { return .unanswered }
        guard case .array(let persons)? = data["allocataires"], !persons.isEmpty,
            let quotient = data["quotient_familial"]
        else { return .notTransmitted }
        guard case .object(let fields) = quotient, let value = fields["valeur"], value != .null
        else { return .absent }
        return .obtained(answer)
    }

    private static func code(in body: [UInt8]) -> String? {
        guard case .object(let members)? = try? JSONValue(parsing: body, from: "answer"),
            case .array(let errors)? = members["errors"], case .object(let error)? = errors.first,
            case .string(let code)? = error["code"]
        else { return nil }
        return code
    }
}
