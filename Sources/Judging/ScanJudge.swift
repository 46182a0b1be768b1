package import Files
package import Proofs
package import ReaderClient
package import Verification
package import Wire

/// Judges the content of an open file: text here, a picture through the reader process.
package struct ScanJudge<Crypto: SignatureChecking & Hashing>: Sendable {
    /// The largest input, in bytes (Spec/spool.md 5).
    package static var byteLimit: Int { 33_554_432 }

    private let verifier: Verifier<Crypto>
    private let reader: PictureReader?

    /// Without a reader, texts are judged and pictures are an internal error.
    package init(verifier: Verifier<Crypto>, reader: PictureReader?) {
        self.verifier = verifier
        self.reader = reader
    }

    /// Judges a text that was given as it is.
    package func verdict(onText text: String, at now: Instant) -> Verdict {
        verdict(on: .text(text), at: now)
    }

    /// Judges an open file.
    ///
    /// Throws `FileFault` when it cannot be read or is too large.
    package func verdict(
        on file: borrowing Descriptor, named name: String, at now: Instant
    ) throws(FileFault) -> Verdict {
        let bytes = try file.readAll(limit: ScanJudge.byteLimit, named: name)
        let kind = InputKind(of: bytes)
        guard kind == .picture else { return verdict(on: kind, at: now) }
        file.rewind()
        return verdict(onPicture: file, at: now)
    }

    /// Judges bytes that came through a pipe.
    package func verdict(onBytes bytes: [UInt8], at now: Instant) throws(FileFault) -> Verdict {
        let kind = InputKind(of: bytes)
        guard kind == .picture else { return verdict(on: kind, at: now) }
        let file = try Descriptor(holding: bytes)
        return verdict(onPicture: file, at: now)
    }

    private func verdict(on kind: InputKind, at now: Instant) -> Verdict {
        switch kind {
        case .text(let text): verifier.verdict(onTexts: [text], at: now)
        case .empty: Verdict(unjudged: .unreadable, reason: "empty", at: now)
        case .picture, .unknown: Verdict(unjudged: .unreadable, reason: "not-a-picture", at: now)
        }
    }

    private func verdict(onPicture file: borrowing Descriptor, at now: Instant) -> Verdict {
        guard let reader else {
            return Verdict(unjudged: .internalError, reason: "reader-missing", at: now)
        }
        do throws(ReaderFailure) {
            switch try reader.read(descriptor: file.number) {
            case .texts(let texts):
                return verifier.verdict(onTexts: texts, at: now)
            case .unreadable(let reason):
                return Verdict(unjudged: .unreadable, reason: reason.rawValue, at: now)
            }
        } catch {
            return Verdict(unjudged: .internalError, reason: error.code, at: now)
        }
    }
}
