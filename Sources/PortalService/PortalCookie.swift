internal import HTTPTypes
internal import Hummingbird

/// The one cookie of a portal: 256 random bits, which say nothing (RFC 6265 5).
struct PortalCookie: Sendable {
    private let name: String
    private let attributes: String

    /// Over https its name keeps other hosts from setting it; over http browsers refuse that name.
    init(origin: String) {
        let isEncrypted = origin.hasPrefix("https://")
        name = isEncrypted ? "__Host-portail" : "portail"
        attributes = "; Path=/; HttpOnly; SameSite=Lax" + (isEncrypted ? "; Secure" : "")
    }

    func field(_ value: String) -> String { "\(name)=\(value)\(attributes)" }

    /// Nil without one, with two, or with one of another form.
    func value(in request: Request) -> String? {
        let values = request.headers[values: .cookie]
            .flatMap { $0.split(separator: ";") }
            .map { $0.drop { $0 == " " } }
            .filter { $0.hasPrefix("\(name)=") }
            .map { String($0.dropFirst(name.count + 1)) }
        guard values.count == 1, let value = values.first, PortalDesk.isCookie(value) else {
            return nil
        }
        return value
    }
}
