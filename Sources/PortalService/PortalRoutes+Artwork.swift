internal import HTTPTypes
internal import Hummingbird
internal import PortalRules
internal import WebRules

/// The artwork of the button that leads to FranceConnect, as it was read at the start
/// (Spec/portal.md 7.1).
extension PortalRoutes {
    func addArtwork(to router: Router<BasicRequestContext>) {
        for picture in desk.edges.artwork?.pictures ?? [] {
            router.get(RouterPath(picture.address)) { _, _ in PortalRoutes.answer(picture) }
        }
    }

    /// An SVG that is opened by itself is a document: of no origin, and without script.
    private static func answer(_ picture: LoginArtwork.Picture) -> Response {
        var response = file(picture.bytes, picture.format.mediaType)
        response.headers[.contentSecurityPolicy] = AnswerFields.strictPolicy + "; sandbox"
        return response
    }
}
