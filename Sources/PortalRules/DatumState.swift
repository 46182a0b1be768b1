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
    /// The body is asked by an identifier that the person has not had kept.
    case identifierMissing
    /// The access token is over: the person logs in again.
    case loginOver
    /// Later; in so many seconds, 1 to 3600.
    case retry(seconds: Int)

    /// How long to wait where the body does not say: within the minute that an access token lives.
    private static let usualWait = 20

    /// What an answer about a datum means; `retryAfter` is `Retry-After` in seconds.
    ///
    /// The statuses are those of API Particulier: 404 is a person without a file, and 422 is
    /// nobody, but for a wrong SIRET of ours.
    package init(_ datum: Datum, status: Int, body: [UInt8], retryAfter: Int?) {
        switch status {
        case 200:
            let answer = try? JSONValue(parsing: body, from: "answer")
            self = answer.flatMap { DatumState(reading: $0, as: datum) } ?? .unanswered
        case 401: self = .loginOver
        case 403: self = .notTransmitted
        case 404: self = .absent
        case 422: self = DatumState.code(in: body) == "00203" ? .notTransmitted : .notIdentified
        default:
            self = .retry(seconds: min(max(retryAfter ?? DatumState.usualWait, 1), 3_600))
        }
    }

    /// Whether another answer may come while the access token lives, which is a minute.
    package var isWorthAsking: Bool {
        switch self {
        case .retry(let seconds): seconds < 60
        case .identifierMissing: true
        case .obtained, .absent, .notIdentified, .notTransmitted, .loginOver: false
        }
    }

    /// Whether another answer may come after another login only.
    package var needsLogin: Bool {
        switch self {
        case .retry, .loginOver: !isWorthAsking
        case .obtained, .absent, .notIdentified, .notTransmitted, .identifierMissing: false
        }
    }

    /// What is said of a body that did not answer.
    package static let unanswered = DatumState.retry(seconds: usualWait)

    private static func code(in body: [UInt8]) -> String? {
        guard case .object(let members)? = try? JSONValue(parsing: body, from: "answer"),
            case .array(let errors)? = members["errors"], case .object(let error)? = errors.first,
            case .string(let code)? = error["code"]
        else { return nil }
        return code
    }
}
