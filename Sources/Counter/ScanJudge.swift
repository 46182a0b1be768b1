package import Files
package import Proofs
package import Siblings
package import Verification
package import Wire

/// Judges the content of an open file: text here, a picture through the reader process.
///
/// One for all scans and workers: it only refers to the lists.
package final class ScanJudge<Crypto: SignatureChecking & Hashing>: Sendable {
    /// The rules and lists it judges by.
    package let verifier: Verifier<Crypto>
    /// How inputs become texts.
    package let reading: InputReading

    /// Without a reader, texts are judged and pictures are an internal error.
    package init(verifier: Verifier<Crypto>, reader: PictureReader?) {
        self.verifier = verifier
        reading = InputReading(reader: reader)
    }

    /// Judges a text that was given as it is.
    package func verdict(onText text: String, at now: Instant) -> Verdict {
        verdict(on: reading.findings(inText: text), at: now)
    }

    /// Judges the text of one code, without looking for a scanner's faults in it.
    package func verdict(onCode text: String, at now: Instant) -> Verdict {
        verifier.verdict(onText: text, at: now)
    }

    /// Judges bytes that came through a pipe.
    package func verdict(onBytes bytes: [UInt8], at now: Instant) throws(FileFault) -> Verdict {
        verdict(on: try reading.findings(inBytes: bytes), at: now)
    }

    /// One verdict on all of it (Spec/verdicts.md 2.1).
    package func verdict(on findings: InputFindings, at now: Instant) -> Verdict {
        switch findings {
        case .pages: verifier.verdict(onTexts: findings.texts, at: now)
        case .unreadable(let why): Verdict(unreadable: why, at: now)
        case .failed(let fault):
            Verdict(unjudged: .internalError, reason: fault.code(of: .reader), at: now)
        }
    }

    /// A verdict on every justificatif of every page, and the worst of them as the input's own.
    ///
    /// The same text twice on a page counts once, other services' codes are passed over. Of several
    /// that are equally bad the first found is the worst. Without any justificatif there is no
    /// other verdict than the input's own (Spec/verdicts.md 3).
    package func verdicts(on findings: InputFindings, at now: Instant) -> SeveralVerdicts {
        guard case .pages(let pages) = findings else {
            return SeveralVerdicts(whole: verdict(on: findings, at: now), codes: [])
        }
        var codes: [JudgedCode] = []
        for (index, texts) in pages.enumerated() {
            // Compared as bytes: Unicode calls some different texts the same.
            var seen: Set<[UInt8]> = []
            for text in texts where TokenText.origin(of: text) != .foreign {
                guard seen.insert(Array(text.utf8)).inserted else { continue }
                let verdict = verifier.verdict(onText: text, at: now)
                codes.append(JudgedCode(page: index + 1, verdict: verdict))
            }
        }
        let worst = codes.max { $0.verdict.code.gravity < $1.verdict.code.gravity }
        return SeveralVerdicts(
            whole: worst?.verdict ?? verdict(on: findings, at: now), codes: codes)
    }
}

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
