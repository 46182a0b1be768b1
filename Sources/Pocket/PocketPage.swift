package import Issuing
internal import JSONFields
package import Wire

/// The counter page as one HTML file, with a verifier and lists in it (Spec/guichet.md 4).
package struct PocketPage {
    /// The file of the roots, and the lists: a chain, a trust list, revocation lists.
    package let roots: [UInt8]
    package let lists: [[UInt8]]
    /// Names of the place of control, as a recipient.
    package let recipients: [String]
    /// Published scales, whose brackets the page puts into words.
    package let scales: [Scale]

    package init(
        roots: [UInt8], lists: [[UInt8]], recipients: [String], scales: [Scale]
    ) {
        self.roots = roots
        self.lists = lists
        self.recipients = recipients
        self.scales = scales
    }

    /// The practice sheet: one page of HTML to print (Spec/guichet.md 5).
    package static var practiceSheet: String { GuichetFile.named("sheet.html").text }

    /// The page.
    ///
    /// Its policy allows this style and this script, by their hashes, and no request.
    package func html(_ hasher: some Hashing) -> String {
        let assembly = PageAssembly("pocket.js")
        let policy =
            "default-src 'none'; \(assembly.sources(hasher)); base-uri 'none'; form-action 'none'"
        return assembly.html(
            head: "\n<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">",
            data: [
                "roots": .string(Base64.encode(roots)),
                "files": .array(lists.map { .string(Base64.encode($0)) }),
                "recipients": .array(recipients.map { .string($0) }),
                "scales": PageAssembly.objects(scales),
            ])
    }
}
