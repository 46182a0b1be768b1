/// The fields that every answer of a server of ours has, those of its errors too.
package enum AnswerFields {
    /// Nothing may be loaded, framed or sent.
    package static let strictPolicy =
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

    /// Names in lower case and values.
    ///
    /// An answer that has one of its own keeps it: a page has a
    /// Content-Security-Policy that names its script, and allows itself a camera.
    package static let all: [(name: String, value: String)] = [
        ("content-security-policy", strictPolicy),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("permissions-policy", "camera=(), display-capture=(), geolocation=(), microphone=()"),
        ("cache-control", "no-store"),
    ]
}
