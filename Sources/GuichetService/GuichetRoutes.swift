package import Explaining
internal import HTTPTypes
internal import Hummingbird
internal import JSONFields
internal import Lists
package import Pocket
internal import Reporting
internal import WebRules
package import WebServing

/// The way for browsers of other machines: a server with TLS in front, under the name of `origin`
/// (Spec/guichet.md 6.3).
package struct GuichetEntrance: Sendable {
    /// As browsers write it, `https://guichet.mairie.example`.
    let origin: String
    let desk: PairingDesk

    package init(origin: String, _ desk: PairingDesk) {
        self.origin = origin
        self.desk = desk
    }
}

/// What the program serves: the page, and what the page and other software ask (Spec/guichet.md 6).
package struct GuichetRoutes: Sendable {
    /// Texts are short; everything else may be a scan of a whole page.
    static let textLimit = 65_536
    static let fileLimit = 33_554_432
    /// A code that somebody typed, with whatever is between its digits.
    static let codeLimit = 64
    static let types = [
        "text/plain", "image/png", "image/jpeg", "image/tiff", "image/webp", "application/pdf",
        "application/octet-stream",
    ]

    private let desk: GuichetDesk
    private let token: GuichetToken
    private let page: ServerPage
    private let entrance: GuichetEntrance?

    /// `entrance` is the way for browsers of other machines, if there is one.
    package init(
        _ desk: GuichetDesk, _ token: GuichetToken, _ page: ServerPage, _ entrance: GuichetEntrance?
    ) {
        self.desk = desk
        self.token = token
        self.page = page
        self.entrance = entrance
    }

    /// Serves until SIGTERM or SIGINT; what `WebServer.run` says of threads holds here.
    ///
    /// `record` is called for every request, on any thread. Throws `no-socket`, and what
    /// `onListening` throws.
    package func serve(
        on socket: ListeningSocket, _ language: Language,
        record: @escaping @Sendable (RequestRecord) -> Void, onListening: () throws -> Void
    ) throws {
        let here = Site.loopback(port: socket.port).origins
        let site = Site(origins: here + (entrance.map { [$0.origin] } ?? []))
        try WebServer(on: socket, as: site, language, routes: responder(), record: record)
            .run(onListening: onListening)
    }

    private func responder() -> RouterResponder<BasicRequestContext> {
        let router = Router(
            context: BasicRequestContext.self, options: [.autoGenerateHeadEndpoints])
        router.get("/") { _, _ in pageAnswer() }
        router.get("/health") { _, _ in await health() }
        router.get("/v1/lists") { request, _ in try await lists(request) }
        router.post("/v1/verify") { request, _ in try await verify(request) }
        if let entrance {
            router.post("/v1/pair") { request, _ in
                let typed = try await request.bytes(upTo: GuichetRoutes.codeLimit)
                return GuichetRoutes.answer(try await entrance.desk.pair(typed), status: .ok)
            }
        }
        return router.buildResponder()
    }

    private func pageAnswer() -> Response {
        var answer = Response(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: page.html)))
        answer.headers[.contentSecurityPolicy] = page.policy
        answer.headers[.permissionsPolicy] =
            "camera=(self), display-capture=(), geolocation=(), microphone=()"
        return answer
    }

    /// Without a token, for a monitor: one word, and a status that says whether it can judge.
    private func health() async -> Response {
        let state = await desk.health()
        return GuichetRoutes.answer(
            ["state": .string(state.rawValue)],
            status: state <= .aging ? .ok : .serviceUnavailable)
    }

    private func lists(_ request: Request) async throws -> Response {
        try await check(request)
        let language = try GuichetRoutes.language(of: request)
        return GuichetRoutes.answer(await desk.lists(language), status: .ok)
    }

    private func verify(_ request: Request) async throws -> Response {
        try await check(request)
        let language = try GuichetRoutes.language(of: request)
        let limit = try GuichetRoutes.limit(of: request)
        guard desk.takePlace() else { throw WebRefusal.tooMany }
        defer { desk.givePlaceBack() }
        let bytes = try await request.bytes(upTo: limit)
        let several = request.uri.queryParameters["several"] != nil
        let verdict = try await desk.verdict(onBytes: bytes, several: several, language)
        return GuichetRoutes.answer(verdict, status: .ok)
    }

    private func check(_ request: Request) async throws(WebRefusal) {
        let authorization = request.headers[values: .authorization]
        if token.isIn(authorization) { return }
        guard let entrance, await entrance.desk.knows(authorization) else { throw .noToken }
    }

    /// That of the words in an answer; French unless `lang=en` is asked for.
    private static func language(of request: Request) throws(WebRefusal) -> Language {
        guard let given = request.uri.queryParameters["lang"] else { return .french }
        guard let language = Language(rawValue: String(given)) else { throw .malformed("lang") }
        return language
    }

    /// How long a body of its type may be, in bytes.
    ///
    /// The type says no more than that: what an input is, its bytes say.
    private static func limit(of request: Request) throws(WebRefusal) -> Int {
        let type = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased()
        guard let type, types.contains(type) else {
            throw .wrongType(known: types.joined(separator: ", "))
        }
        return type == types[0] ? textLimit : fileLimit
    }

    private static func answer(_ value: JSONValue, status: HTTPResponse.Status) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: value.line() + "\n")))
    }

    private static func answer(_ fields: JSONObject, status: HTTPResponse.Status) -> Response {
        answer(.object(fields), status: status)
    }
}

extension HTTPField.Name {
    static let permissionsPolicy: HTTPField.Name = {
        guard let name = HTTPField.Name("permissions-policy") else {
            preconditionFailure("not a name")
        }
        return name
    }()
}
