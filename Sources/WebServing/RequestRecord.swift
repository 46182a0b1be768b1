/// What may be written down of a request: nothing that the client chose freely.
package struct RequestRecord: Equatable, Sendable {
    /// Such as `POST`; other methods than those of RFC 9110 are `OTHER`.
    package let method: String
    /// The path of the route as the program declared it, nil if there is none: neither a query nor
    /// anything that a person typed.
    package let route: String?
    package let status: Int
    package let milliseconds: Int64

    static let methods: Set = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"]
}
