package import Verification

/// The verdicts on an input that may hold several justificatifs, as a stack of scans in one file.
package struct SeveralVerdicts: Sendable {
    /// The worst of `codes`; what is to be said of the input where there is none.
    package let whole: Verdict
    /// Page after page, and on a page in the order found.
    package let codes: [JudgedCode]

    /// The one verdict on all of an input.
    package init(whole: Verdict) {
        self.init(whole: whole, codes: [])
    }

    init(whole: Verdict, codes: [JudgedCode]) {
        self.whole = whole
        self.codes = codes
    }
}

/// The verdict on one justificatif of an input.
package struct JudgedCode: Sendable {
    /// Counted from 1; a text or a picture has one page.
    package let page: Int
    package let verdict: Verdict
}
