internal import HTTPTypes
package import Hummingbird
internal import PortalPages

/// The routes behind a page for every address that is none of them (RFC 9110 15.5.5 and 15.5.6).
///
/// The router itself knows no way on: it answers without a page where a longer address begins like
/// one of its own, and does not tell a wrong method from a wrong address.
package struct PortalAddresses: HTTPResponder {
    private let routes: PortalRoutes
    private let router: RouterResponder<BasicRequestContext>
    /// The methods of each address.
    private let known: [String: Set<HTTPRequest.Method>]

    init(_ routes: PortalRoutes, _ router: Router<BasicRequestContext>) {
        self.routes = routes
        known = router.routes.reduce(into: [:]) { known, route in
            known[route.path.description, default: []].insert(route.method)
        }
        self.router = router.buildResponder()
    }

    /// The route's answer, or a page: `no-page` with 404, `wrong-method` with 405 and `Allow`.
    package func respond(
        to request: Request, context: BasicRequestContext
    ) async throws -> Response {
        // As the router takes it: without a slash at the end.
        let path = "/" + request.uri.path.split(separator: "/").joined(separator: "/")
        guard let methods = known[path] else { return routes.failure(.noPage, request) }
        let method = request.method == .head ? .get : request.method
        guard methods.contains(method) else {
            var response = routes.failure(.wrongMethod, request)
            let allowed = methods.contains(.get) ? methods.union([.head]) : methods
            response.headers[.allow] = allowed.map(\.rawValue).sorted().joined(separator: ", ")
            return response
        }
        return try await router.respond(to: request, context: context)
    }
}
