internal import HTTPTypes
internal import Hummingbird

/// A cookie of a portal, by its name and the form of its value (RFC 6265 5).
struct PortalCookie: Sendable {
    private let name: String
    private let attributes: String
    private let hasForm: @Sendable (String) -> Bool

    /// Over https its name keeps other hosts from setting it; over http browsers refuse that name.
    init(_ name: String, origin: String, _ hasForm: @escaping @Sendable (String) -> Bool) {
        let isEncrypted = origin.hasPrefix("https://")
        self.name = isEncrypted ? "__Host-\(name)" : name
        attributes = "; Path=/; HttpOnly; SameSite=Lax" + (isEncrypted ? "; Secure" : "")
        self.hasForm = hasForm
    }

    func field(_ value: String) -> String { "\(name)=\(value)\(attributes)" }

    /// Nil without one, with two, or with one of another form.
    func value(in request: Request) -> String? {
        let values = request.headers[values: .cookie]
            .flatMap { $0.split(separator: ";") }
            .map { $0.drop { $0 == " " } }
            .filter { $0.hasPrefix("\(name)=") }
            .map { String($0.dropFirst(name.count + 1)) }
        guard values.count == 1, let value = values.first, hasForm(value) else { return nil }
        return value
    }
}
