internal import HTTPTypes
internal import Hummingbird
internal import PortalPages
internal import PortalRules
internal import WebRules

extension PortalRoutes {
    /// The page from which a person's browser hands a justificatif to a partner
    /// (Spec/portal.md 10.2).
    func addSending(to router: Router<BasicRequestContext>) {
        router.post("/envoyer") { request, _ in
            try await done(request) { cookie, _ in try await desk.send(cookie) }
        }
        router.get("/envoyer") { request, _ in sending(request) }
    }

    /// Its form may be sent to the partner of the catalogue and nowhere else, without a referrer.
    private func sending(_ request: Request) -> Response {
        do throws(PortalFailure) {
            guard let value = cookie.value(in: request) else { throw .noSession }
            guard let handBack = try desk.handBack(value) else {
                return redirect(to: "/donnees", request, cookie: nil)
            }
            guard try desk.isSent(value) else {
                return redirect(to: "/justificatif", request, cookie: nil)
            }
            var response = document(.sending(handBack), request, status: 200, cookie: nil)
            response.headers[.contentSecurityPolicy] =
                PortalRoutes.policy(formAction: handBack.address.text, showsPictures: false)
            response.headers[.referrerPolicy] = "no-referrer"
            return response
        } catch { return failure(error, request) }
    }
}
