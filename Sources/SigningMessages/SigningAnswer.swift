package import Explaining
package import JSONFields
package import Proofs

/// What the signing service answers (Spec/signing.md 2.2).
package enum SigningAnswer: Equatable, Sendable {
    case readable(ReadableProof)
    case issued(DeliveredProof)
    case proofs([HolderProof])
    case refused(SigningRefusal)

    /// Parses an answer of at most `JSONValue.byteLimit` bytes.
    package init(parsing bytes: [UInt8]) throws(JSONFault) {
        var fields = try JSONFields(JSONValue(parsing: bytes, from: "answer"), at: "answer")
        try fields.format()
        let result = try fields.text("result")
        switch result {
        case "readable": self = .readable(try ReadableProof(fields.fields("readable")))
        case "issued":
            self = .issued(
                DeliveredProof(
                    text: try fields.text("text"), reference: try fields.reference("reference"),
                    readable: try ReadableProof(fields.fields("readable")),
                    isRepeat: try fields.optionalBool("repeat") ?? false))
        case "proofs":
            var proofs: [HolderProof] = []
            for (index, item) in try fields.list("proofs").enumerated() {
                proofs.append(try HolderProof(item, at: "answer: proofs[\(index)]"))
            }
            self = .proofs(proofs)
        case "refused":
            self = .refused(
                SigningRefusal(
                    code: try fields.text("code"), citizen: try fields.wording("citizen"),
                    operatorWords: try fields.wording("operator")))
        default:
            throw fields.fault(
                "result", "doit être readable, issued, proofs ou refused",
                "must be readable, issued, proofs or refused")
        }
        try fields.finish()
    }

    /// `readable`, `issued`, `proofs`, or the code of the refusal, for a log.
    package var code: String {
        switch self {
        case .readable, .issued, .proofs: result
        case .refused(let refusal): refusal.code
        }
    }

    private var result: String {
        switch self {
        case .readable: "readable"
        case .issued: "issued"
        case .proofs: "proofs"
        case .refused: "refused"
        }
    }

    /// The object of the answer.
    package var json: JSONValue {
        var fields: JSONObject = [
            "format": .string(SigningRequest.format), "result": .string(result),
        ]
        switch self {
        case .readable(let readable): fields["readable"] = readable.json
        case .issued(let proof):
            fields["text"] = .string(proof.text)
            fields["reference"] = .string(proof.reference.description)
            fields["readable"] = proof.readable.json
            fields["repeat"] = .bool(proof.isRepeat)
        case .proofs(let proofs): fields["proofs"] = .array(proofs.map(\.json))
        case .refused(let refusal):
            fields["code"] = .string(refusal.code)
            fields["citizen"] = refusal.citizen.json
            fields["operator"] = refusal.operatorWords.json
        }
        return .object(fields)
    }
}

/// A justificatif that was signed and registered.
package struct DeliveredProof: Equatable, Sendable {
    /// The text of the code, `JF1:...`.
    package let text: String
    package let reference: Reference
    package let readable: ReadableProof
    /// Whether the same request was answered before, so that nothing was signed anew.
    package let isRepeat: Bool

    package init(text: String, reference: Reference, readable: ReadableProof, isRepeat: Bool) {
        self.text = text
        self.reference = reference
        self.readable = readable
        self.isRepeat = isRepeat
    }
}

/// Why a request was refused: a code for programs, a sentence for the citizen and one for the
/// people who run the portal.
package struct SigningRefusal: Equatable, Sendable {
    /// Stable and never translated.
    package let code: String
    package let citizen: Wording
    package let operatorWords: Wording

    package init(code: String, citizen: Wording, operatorWords: Wording) {
        self.code = code
        self.citizen = citizen
        self.operatorWords = operatorWords
    }
}
