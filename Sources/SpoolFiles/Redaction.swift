internal import JSONFields

/// A verdict without what it says of a person (Spec/spool.md 5).
package enum Redaction {
    private static let kept = [
        "arrival", "checked_at", "family", "format", "input", "simulated", "verdict",
    ]

    /// The line of a verdict, redacted and with its line end; nil when it is so already.
    ///
    /// What cannot be read as a verdict keeps nothing but the word that it was redacted.
    package static func line(_ bytes: [UInt8]) -> [UInt8]? {
        var fields: JSONObject = [:]
        if case .object(let all)? = try? JSONValue(parsing: bytes, from: "verdict") {
            if all["redacted"] == .bool(true) { return nil }
            fields = JSONObject(all.filter { kept.contains($0.key) })
        }
        fields["redacted"] = .bool(true)
        return JSONValue.object(fields).lineBytes()
    }
}
