internal import Hummingbird
internal import PortalPages
internal import WebRules
internal import WebServing

/// Addresses of what is kept of a person, and of its end (Spec/portal.md 2).
extension PortalRoutes {
    func addSpace(to router: Router<BasicRequestContext>) {
        router.get("/mon-espace") { request, _ in
            try await shown(request) { .page(try await desk.mySpace($0)) }
        }
        router.get("/mon-espace/journal.json") { request, _ in
            try await sent(request, "application/json", "json", named: "journal") {
                try await desk.journal($0, as: .json)
            }
        }
        router.get("/mon-espace/journal.csv") { request, _ in
            try await sent(request, "text/csv; charset=utf-8", "csv", named: "journal") {
                try await desk.journal($0, as: .csv)
            }
        }
        router.post("/mon-espace/garder") { request, _ in
            try await done(request) { cookie, form in try await desk.keepParameter(form, cookie) }
        }
        router.post("/mon-espace/effacer") { request, _ in
            try await done(request) { cookie, form in try await desk.erase(form, cookie) }
        }
        router.get("/fermer") { request, _ in
            try await shown(request) { try await desk.leaving($0) }
        }
        router.post("/fermer") { request, _ in
            try await departed(request) { cookie, cancels throws(PortalFailure) in
                try await desk.close(cookie, cancelling: cancels)
            }
        }
        router.post("/deconnexion") { request, _ in
            try await departed(request) { cookie, _ throws(PortalFailure) in
                await desk.leave(cookie)
            }
        }
        router.get("/au-revoir") { request, _ in
            try await shown(request) { .page(desk.goodbye($0)) }
        }
    }

    /// The answer of a form that ends a visit; the form may ask for cancellations.
    private func departed(
        _ request: Request,
        _ work: (String, Bool) async throws(PortalFailure) -> PortalDesk.Departure
    ) async throws -> Response {
        let bytes = try await request.bytes(upTo: PortalRoutes.formLimit)
        let value = cookie.value(in: request)
        do throws(PortalFailure) {
            let form = try checked(bytes, value)
            let departure = try await work(value ?? "", form.only("annuler") == "oui")
            var response = redirect(to: departure.address, request, cookie: departure.cookie)
            response.headers[.clearSiteData] = "\"cache\", \"storage\""
            return response
        } catch { return failure(error, request) }
    }
}
