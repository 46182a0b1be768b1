internal import Explaining
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import OpenIDConnect
internal import PortalPages
internal import PortalRules
internal import Siblings
internal import WebRules
internal import WebServing

/// The addresses of a portal, at which GET changes nothing (Spec/portal.md 2).
package struct PortalRoutes: Sendable {
    /// The largest form, in bytes.
    static let formLimit = 16_384

    let desk: PortalDesk
    /// 256 random bits, which say nothing.
    let cookie: PortalCookie
    let languageCookie: PortalCookie
    private let policy: String

    package init(_ desk: PortalDesk) {
        self.desk = desk
        let origin = desk.settings.origin
        cookie = PortalCookie("portail", origin: origin) { PortalDesk.isCookie($0) }
        languageCookie = PortalCookie(PortalRoutes.languageName, origin: origin) {
            Language(rawValue: $0) != nil
        }
        // Browsers hold the redirect of a form to this as well, so the provider is in it.
        let provider = WebAddress(desk.settings.provider.issuer)?.origin ?? "'none'"
        policy = PortalRoutes.policy(
            formAction: "'self' \(provider)", showsPictures: desk.edges.artwork != nil)
    }

    /// What a page may load, and where its forms may be sent.
    static func policy(formAction: String, showsPictures: Bool) -> String {
        "default-src 'none'; style-src 'self'; \(showsPictures ? "img-src 'self'; " : "")"
            + "base-uri 'none'; frame-ancestors 'none'; form-action \(formAction)"
    }

    /// The routes, for a server that has checked Host and Origin.
    package func responder() -> PortalAddresses {
        let router = Router(
            context: BasicRequestContext.self, options: [.autoGenerateHeadEndpoints])
        router.get("/portail.css") { _, _ in Self.file(Stylesheet.text, "text/css") }
        addArtwork(to: router)
        addPages(to: router)
        addFiles(to: router)
        addForms(to: router)
        addSending(to: router)
        addSpace(to: router)
        addFollowing(to: router)
        return PortalAddresses(self, router)
    }

    private func addPages(to router: Router<BasicRequestContext>) {
        router.get("/") { request, _ in
            try await shown(request) { cookie in
                .page(
                    .home(
                        desk.settings.procedures, desk.loginForm(cookie),
                        hasVisit: desk.isLoggedIn(cookie)))
            }
        }
        router.get("/choisir") { request, _ in
            try await shown(request) { cookie in try choosing(request, cookie) }
        }
        router.get("/retour") { request, _ in await arrival(request) }
        router.get("/erreur") { request, _ in failureAgain(request) }
        router.get("/donnees") { request, _ in
            try await shown(request) { try await desk.data($0) }
        }
        router.get("/justificatif") { request, _ in
            try await shown(request) { .page(try desk.delivered(Self.number(request), $0)) }
        }
        router.get("/refus") { request, _ in try await shown(request) { .page(desk.declined($0)) } }
        router.get("/mes-justificatifs") { request, _ in
            try await shown(request) { try await desk.mine($0) }
        }
    }

    private func addFiles(to router: Router<BasicRequestContext>) {
        router.get("/justificatif.pdf") { request, _ in
            try await sent(request, "application/pdf", "pdf") {
                try await desk.page(Self.number(request), $0, as: .pdf)
            }
        }
        router.get("/justificatif.html") { request, _ in
            try await sent(request, "text/html; charset=utf-8", "html") {
                try await desk.page(Self.number(request), $0, as: .html)
            }
        }
        router.get("/justificatif.png") { request, _ in
            try await sent(request, "image/png", "png") {
                try desk.picture(Self.number(request), $0)
            }
        }
        router.get("/justificatif.txt") { request, _ in
            try await sent(request, "text/plain; charset=utf-8", "txt") {
                Array(try desk.text(Self.number(request), $0).utf8)
            }
        }
    }

    private func addForms(to router: Router<BasicRequestContext>) {
        router.post("/connexion") { request, _ in try await login(request) }
        router.post("/accepter") { request, _ in
            try await done(request) { cookie, form in
                try await desk.accept(form.only("numero"), cookie)
            }
        }
        router.post("/refuser") { request, _ in
            try await done(request) { cookie, form in
                try await desk.decline(form.only("numero"), cookie)
            }
        }
        router.post("/redemander") { request, _ in
            try await done(request) { cookie, form in
                try await desk.askAgain(form.only("numero"), cookie)
            }
        }
        router.post("/annuler") { request, _ in
            try await done(request) { cookie, form in
                try await desk.cancel(form, cookie)
            }
        }
    }

    /// Which of the chosen facts a link is about; nothing of a person is in it.
    private static func number(_ request: Request) -> String? {
        request.uri.queryParameters["numero"].map(String.init)
    }

    private func login(_ request: Request) async throws -> Response {
        let bytes = try await request.bytes(upTo: PortalRoutes.formLimit)
        do throws(PortalFailure) {
            guard let old = cookie.value(in: request) else { throw PortalFailure.wrongForm }
            let form = try PortalRoutes.form(bytes)
            try desk.checkLoginForm(form.only("jeton"), old)
            var choice: PersonChoice?
            var line: StatusLine?
            switch form.only("but") {
            case "retrouver":
                if let text = form.only("ligne") { line = try desk.told(text) }
            case "faire":
                choice = PersonChoice(form, of: desk.settings)
                guard let choice else { throw PortalFailure.wrongForm }
                guard !choice.facts.isEmpty else {
                    return choosing(again: choice, request, old)
                }
            default: throw PortalFailure.wrongForm
            }
            do throws(PortalFailure) {
                let (address, fresh) = try await desk.begin(
                    choice, line: line, old: old, client: client(request))
                return redirect(to: address, request, cookie: fresh)
            } catch { throw error.of(choice?.link) }
        } catch { return failure(error, request) }
    }

    private func arrival(_ request: Request) async -> Response {
        do throws(PortalFailure) {
            guard let value = cookie.value(in: request),
                let query = FormFields(request.uri.query ?? "")
            else { throw PortalFailure.login(.stateUnknown) }
            let arrival = try await desk.arrive(query, cookie: value)
            return redirect(to: arrival.path, request, cookie: arrival.cookie)
        } catch { return failure(error, request) }
    }

    /// The answer of a GET; a browser without a cookie of ours gets one.
    func shown(
        _ request: Request,
        _ work: (String) async throws -> PortalDesk.Answer
    ) async throws -> Response {
        let known = cookie.value(in: request)
        let value = known ?? desk.freshCookie()
        do {
            let answer = try await work(value)
            return response(answer, request, cookie: known == nil ? value : nil)
        } catch let error as PortalFailure { return failure(error, request) }
    }

    /// The answer of a form, once its token is good.
    func done(
        _ request: Request,
        _ work: (String, FormFields) async throws -> PortalDesk.Answer
    ) async throws -> Response {
        let bytes = try await request.bytes(upTo: PortalRoutes.formLimit)
        let value = cookie.value(in: request)
        do {
            let form = try checked(bytes, value)
            return response(try await work(value ?? "", form), request, cookie: nil)
        } catch let error as PortalFailure { return failure(error, request) }
    }

    func sent(
        _ request: Request, _ type: String, _ ending: String, named name: String = "justificatif",
        _ work: (String) async throws -> [UInt8]
    ) async throws -> Response {
        do {
            guard let value = cookie.value(in: request) else { throw PortalFailure.noSession }
            var response = Self.file(try await work(value), type)
            response.headers[.contentDisposition] =
                "attachment; filename=\"\(name).\(ending)\""
            return response
        } catch let error as PortalFailure { return failure(error, request) }
    }

    func checked(
        _ bytes: [UInt8], _ cookie: String?
    ) throws(PortalFailure) -> FormFields {
        let form = try PortalRoutes.form(bytes)
        try desk.checkForm(form.only("jeton"), cookie ?? "")
        return form
    }

    private static func form(_ bytes: [UInt8]) throws(PortalFailure) -> FormFields {
        guard let form = FormFields(String(decoding: bytes, as: UTF8.self)) else {
            throw .wrongForm
        }
        return form
    }

    /// What the client shares with its neighbours; nil if the server in front names no client.
    private func client(_ request: Request) -> [UInt8]? {
        desk.settings.clientField.flatMap { HTTPField.Name($0) }
            .map { ClientPrefix(request.headers[values: $0].last ?? "").bytes }
    }

    func response(
        _ answer: PortalDesk.Answer, _ request: Request, cookie fresh: String?
    ) -> Response {
        switch answer {
        case .page(let page): document(page, request, status: 200, cookie: fresh)
        case .goTo(let path): redirect(to: path, request, cookie: fresh)
        }
    }

    /// `elsewhere` is the address of the page in the other language, if it is not that of the
    /// request.
    func document(
        _ page: PortalPage, _ request: Request, status: Int, cookie fresh: String?,
        elsewhere: String? = nil
    ) -> Response {
        let text = page.document(
            of: desk.settings.body, in: language(request),
            elsewhere: elsewhere ?? self.elsewhere(request))
        var response = Self.file(Array(text.utf8), "text/html; charset=utf-8")
        response.status = HTTPResponse.Status(code: status)
        response.headers[.contentSecurityPolicy] = policy
        dress(&response, request, fresh)
        return response
    }

    /// 303: what follows is a GET, whatever this was.
    func redirect(to address: String, _ request: Request, cookie fresh: String?) -> Response {
        var response = Response(status: .seeOther, headers: [.location: address])
        dress(&response, request, fresh)
        return response
    }

    private func dress(_ response: inout Response, _ request: Request, _ fresh: String?) {
        // Without any referrer, browsers send "Origin: null" with a form.
        response.headers[.referrerPolicy] = "same-origin"
        let language = PortalRoutes.askedLanguage(request)
        response.headers[values: .setCookie] =
            (fresh.map { [cookie.field($0)] } ?? [])
            + (language.map { [languageCookie.field($0.rawValue)] } ?? [])
    }

    static func file(_ bytes: [UInt8], _ type: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private static func file(_ text: String, _ type: String) -> Response {
        file(Array(text.utf8), type)
    }
}

extension HTTPField.Name {
    static let clearSiteData = HTTPField.Name.known("clear-site-data")
    static let referrerPolicy = HTTPField.Name.known("referrer-policy")

    private static func known(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is no name") }
        return name
    }
}
