internal import Verification
internal import Wire

/// Which part of a verifier decides a case (Vectors/README.md).
package enum VectorLayer: String, CaseIterable, Sendable {
    case text, cbor, cose, key, signature, claims, time, scope, revocation, list, clock, scan
    case picture
}

/// What is tried (Vectors/README.md 2).
package enum VectorKind: String, CaseIterable, Sendable {
    case verdict, adoption, base32, folding, reference, roots, signature, coding, hashing

    private static let everywhere = ["kind", "comment", "flags", "rules"]

    /// Keys that occur exactly once, besides those of every kind.
    private var required: [String] {
        switch self {
        case .verdict: ["input", "roots", "lists", "installed", "now", "expect"]
        case .adoption: ["roots"]
        case .base32, .folding, .reference, .roots: ["expect"]
        case .signature: ["key", "message", "signature", "expect"]
        case .coding: ["width", "count", "parameter", "bits", "expect"]
        case .hashing: ["day", "seed", "width", "fingerprint", "value", "expect"]
        }
    }

    /// Keys that may occur once.
    private var optional: [String] {
        switch self {
        case .verdict:
            ["run", "observed", "reason"] + VectorExpectation.intermediates.map(\.header)
        case .adoption: ["run"]
        case .base32: ["bytes"]
        case .folding: ["folded"]
        case .reference: ["reference"]
        case .roots: ["fingerprint"]
        case .coding: ["values"]
        case .signature, .hashing: []
        }
    }

    private var repeatable: [String] {
        switch self {
        case .verdict: ["recipient"]
        case .adoption: ["step", "answers", "state"]
        case .base32, .folding, .reference, .roots, .signature, .coding, .hashing: []
        }
    }

    /// Throws for a key that is unknown, missing or repeated, and for an expectation that no
    /// verifier could meet.
    func check(_ file: VectorFile) throws(VectorFault) {
        let single = VectorKind.everywhere + required
        for (key, _) in file.headers where !(single + optional + repeatable).contains(key) {
            throw VectorFault(file.name, "clé inconnue « \(key) »", "unknown key \"\(key)\"")
        }
        for key in single + optional {
            let count = file.all(key).count
            if count == 0, optional.contains(key) { continue }
            guard count == 1 else {
                throw VectorFault(
                    file.name, "« \(key) » y figure \(count) fois",
                    "\"\(key)\" is there \(count) times")
            }
        }
        for word in expectedWords(of: file) where !vocabulary.contains(word) {
            throw VectorFault(
                file.name, "« \(word) » ne répond pas à un \(rawValue)",
                "\"\(word)\" is no answer to a \(rawValue)")
        }
    }

    private func expectedWords(of file: VectorFile) -> [String] {
        let lines = self == .adoption ? file.all("answers") : file.all("expect")
        return lines.flatMap { $0.split(separator: " ").map(String.init) }
    }

    private var vocabulary: [String] {
        switch self {
        case .verdict: VerdictCode.allCases.map(\.rawValue)
        case .adoption:
            VectorKind.adoptionWords + VerdictCode.allCases.map(\.rawValue)
                + DecodeError.Code.allCases.map(\.rawValue)
        case .base32: ["valid", "text-length", "text-character", "text-trailing-bits"]
        case .folding, .hashing: ["valid"]
        case .reference, .roots: ["valid", "refused"]
        case .signature: ["valid", "key", "length", "signature"]
        case .coding:
            [
                "valid", "coding-not-best", "bit-padding", "trailing-bytes", "truncated",
                "out-of-range",
            ]
        }
    }

    /// Answers to a step that are neither a verdict nor a fault of form (Spec/lists.md 6.3).
    private static let adoptionWords = [
        "adopted", "in-force", "ok", "not-a-list", "too-large", "root-chain-gap",
        "root-chain-fork", "root-not-signed-enough", "roots-without-trust-list",
        "not-signed-enough", "root-key-in-another-role", "no-trust-list", "unknown-list-id",
        "wrong-key", "wrong-epoch", "trust-list-too-old", "lower-sequence",
        "same-sequence-other-content", "issued-in-the-future", "forgets-revocations",
    ]
}
