package import Explaining
package import Issuing
package import QRImage
package import Siblings

/// What a justificatif is written as: its code as a picture or a text, or its page.
package enum ProofForm: Hashable, Sendable {
    case png
    case svg
    case text
    case page(PageFormat)

    /// How names of its files end, without the dot.
    package var ending: String {
        switch self {
        case .png: "png"
        case .svg: "svg"
        case .text: "txt"
        case .page(let format): format.rawValue
        }
    }
}

/// Writes a justificatif that may leave in the forms that people use.
package struct ProofPrinter: Sendable {
    /// What pages are made with: the lists of counters, since their legal words are those of the
    /// issuer's signed entry.
    package struct Pages: Sendable {
        private let printer: PagePrinter
        private let lists: String
        private let roots: String?
        private let at: String?
        private let language: Language

        /// `lists`, `roots` and `at` are those of `justificatif verify`; what the page program has
        /// to say goes to standard error, in `language`.
        package init(
            printer: PagePrinter, lists: String, roots: String? = nil, at: String? = nil,
            _ language: Language
        ) {
            self.printer = printer
            self.lists = lists
            self.roots = roots
            self.at = at
            self.language = language
        }

        fileprivate func page(
            of proof: IssuedProof, as format: PageFormat
        ) throws(NamedSiblingFault) -> [UInt8] {
            try printer.page(
                ofText: proof.text, as: format, lists: lists, roots: roots, at: at, language)
        }
    }

    private let correction: QRCode.Correction?
    private let pages: Pages?

    /// Without a `correction`, the one that suits the size (Spec/token.md, "QR"); without `pages`,
    /// none can be made.
    package init(correction: QRCode.Correction? = nil, pages: Pages? = nil) {
        self.correction = correction
        self.pages = pages
    }

    /// The bytes of one form.
    ///
    /// Throws `QRImageFault`, `NamedSiblingFault` of the page program, and `DeskRefusal.noLists`
    /// for a page without `pages`.
    package func bytes(of proof: IssuedProof, as form: ProofForm) throws -> [UInt8] {
        switch form {
        case .png: return try code(proof).png()
        case .svg: return Array(try code(proof).svg(text: proof.text).utf8)
        case .text: return Array("\(proof.text)\n".utf8)
        case .page(let format):
            guard let pages else { throw DeskRefusal.noLists }
            return try pages.page(of: proof, as: format)
        }
    }

    private func code(_ proof: IssuedProof) throws(QRImageFault) -> QRCode {
        try QRCode(alphanumeric: proof.text, correction: correction)
    }
}
