package import Issuing
internal import JSONFields
package import Wire

/// The counter page of a program on this machine, which judges for it (Spec/guichet.md 6).
package struct ServerPage: Sendable {
    package let html: String
    /// Its Content-Security-Policy: this style and script, by their hashes, and requests to the
    /// program that served it.
    package let policy: String

    /// `scales` are published ones, whose brackets the page puts into words; `isPairing` says that
    /// a browser without a token may ask for one with a code (Spec/guichet.md 6.3).
    package init(scales: [Scale], isPairing: Bool, _ hasher: some Hashing) {
        let assembly = PageAssembly("pairing.js", "server-engine.js", "server.js")
        html = assembly.html(
            head: "",
            data: ["scales": PageAssembly.objects(scales), "isPairing": .bool(isPairing)])
        policy =
            "default-src 'none'; \(assembly.sources(hasher)); connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    }
}
