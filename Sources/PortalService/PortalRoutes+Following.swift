internal import HTTPTypes
internal import Hummingbird
internal import PortalPages
internal import PortalRules
internal import WebRules
internal import WebServing

extension PortalRoutes {
    /// The path to which forms of other sites may be sent: it changes nothing.
    package static let openForms: Set<String> = ["/suivi"]

    /// What a partner answers (Spec/portal.md 10.4).
    func addFollowing(to router: Router<BasicRequestContext>) {
        router.post("/suivi") { request, _ in try await told(request) }
    }

    /// A form of the partner's page comes without the cookie, and must not replace it.
    ///
    /// The page that answers it sends the line once more, from here: that keeps it, or asks who
    /// the person is.
    private func told(_ request: Request) async throws -> Response {
        let bytes = try await request.bytes(upTo: PortalRoutes.formLimit)
        let isOurs = request.headers[values: .origin] == [desk.settings.origin]
        do throws(PortalFailure) {
            guard let form = FormFields(String(decoding: bytes, as: UTF8.self)) else {
                throw PortalFailure.wrongForm
            }
            let line = try desk.told(form.only("ligne"))
            guard isOurs else {
                return document(.told(line, .fromElsewhere), request, status: 200, cookie: nil)
            }
            let known = cookie.value(in: request)
            if let known, desk.isLoggedIn(known) {
                return await kept(line, known, request)
            }
            let value = known ?? desk.freshCookie()
            return document(
                .told(line, .unknown(desk.loginForm(value))), request, status: 200,
                cookie: known == nil ? value : nil)
        } catch { return failure(error, request) }
    }

    private func kept(_ line: StatusLine, _ cookie: String, _ request: Request) async -> Response {
        do throws(PortalFailure) {
            return response(try await desk.follow(line, cookie), request, cookie: nil)
        } catch { return failure(error, request) }
    }
}
