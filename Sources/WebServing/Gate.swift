internal import Explaining
internal import Glibc
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOHTTP1
internal import Synchronization
internal import WebRules

/// What every request passes before a route sees it, and every answer on its way back.
final class Gate: Sendable {
    private struct State {
        var bucket: RateBucket
        var clients: ClientBuckets?
        var underWay = 0
    }

    private let site: Site
    private let openForms: Set<String>
    /// The field that names the client of the server in front.
    private let clientField: HTTPField.Name?
    private let language: Language
    private let state: Mutex<State>
    private let record: @Sendable (RequestRecord) -> Void

    init(
        _ site: Site, _ limits: WebLimits, _ openForms: Set<String>, _ language: Language,
        _ record: @escaping @Sendable (RequestRecord) -> Void
    ) {
        self.site = site
        self.openForms = openForms
        clientField = limits.clientField.flatMap { HTTPField.Name($0) }
        self.language = language
        self.record = record
        let bucket = RateBucket(
            capacity: limits.burst, perSecond: limits.perSecond, at: Gate.milliseconds())
        let clients = limits.clientField.map { _ in
            ClientBuckets(capacity: limits.clientBurst, perSecond: limits.clientPerSecond)
        }
        state = Mutex(State(bucket: bucket, clients: clients))
    }

    /// How many answers are not yet given.
    var underWay: Int { state.withLock { $0.underWay } }

    /// The answer of `routes`, or a refusal; throws only what ends the connection.
    func answer(
        _ request: Request, route: () -> String?, _ routes: () async throws -> Response
    ) async throws -> Response {
        let began = Gate.milliseconds()
        state.withLock { $0.underWay += 1 }
        defer { state.withLock { $0.underWay -= 1 } }
        var response: Response
        do {
            try check(request)
            response = try await routes()
            if response.status.code >= 400, response.body.contentLength == 0 {
                response = refusal(WebRefusal(status: response.status.code), request)
            }
        } catch let error as WebRefusal {
            response = refusal(error, request)
        } catch let error as HTTPParserError {
            throw error
        } catch {
            response = refusal(.unforeseen, request)
        }
        response.headers[.date] = Gate.date()
        let method = request.method.rawValue
        // Without a route, the router has a word of its own there.
        let route = route().flatMap { $0.hasPrefix("/") ? $0 : nil }
        record(
            RequestRecord(
                method: RequestRecord.methods.contains(method) ? method : "OTHER", route: route,
                status: response.status.code, milliseconds: Gate.milliseconds() - began))
        return response
    }

    private func check(_ request: Request) throws(WebRefusal) {
        // The server below takes the first Host out of the fields.
        let hosts = (request.head.authority.map { [$0] } ?? []) + request.headers[values: .host]
        try site.check(hosts: hosts)
        if request.method != .get, request.method != .head, !openForms.contains(request.uri.path) {
            try site.check(
                origins: request.headers[values: .origin],
                fetchSites: request.headers[values: .secFetchSite], hosts: hosts)
        }
        let client = clientField.flatMap { request.headers[values: $0].last }
        let isWithin = state.withLock { state in
            let now = Gate.milliseconds()
            // A client that asks too much takes nothing of what all share.
            guard state.clients?.take(ClientPrefix(client ?? ""), at: now) ?? true else {
                return false
            }
            return state.bucket.take(at: now)
        }
        guard isWithin else { throw .tooMany }
    }

    private func refusal(_ error: WebRefusal, _ request: Request) -> Response {
        let text = ErrorText(
            error.explanation, accept: request.headers[.accept], language)
        var fields: HTTPFields = [.contentType: text.type]
        if error == .tooMany { fields[.retryAfter] = "1" }
        if error == .noToken { fields[.wwwAuthenticate] = "Bearer" }
        return Response(
            status: HTTPResponse.Status(code: error.status), headers: fields,
            body: ResponseBody(byteBuffer: ByteBuffer(string: text.body)))
    }

    /// Of a clock that nobody sets back.
    private static func milliseconds() -> Int64 {
        var now = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &now)
        return Int64(now.tv_sec) * 1_000 + Int64(now.tv_nsec) / 1_000_000
    }

    /// The Date field of RFC 9110 6.6.1.
    private static func date() -> String {
        var now = time(nil)
        var parts = unsafe tm()
        unsafe gmtime_r(&now, &parts)
        var text = [CChar](repeating: 0, count: 40)
        let count = unsafe strftime(&text, text.count, "%a, %d %b %Y %H:%M:%S GMT", &parts)
        return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

extension HTTPField.Name {
    static let host = HTTPField.Name.known("host")
    static let secFetchSite = HTTPField.Name.known("sec-fetch-site")

    private static func known(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is no name") }
        return name
    }
}
