package import JSONFields
package import Proofs

/// What a portal asks of the signing service (Spec/signing.md 2.1).
package enum SigningRequest: Equatable, Sendable {
    /// Says what will be readable; signs nothing.
    case preview(ProofWish)
    case issue(ProofWish, for: Holder, key: RequestKey)
    /// The justificatifs of a holder that are not past their last day.
    case proofs(of: Holder)
    case cancel(Reference, of: Holder)
    case cancelAll(of: Holder)

    package static let format = "justificatif-signing/1"

    /// Parses a request of at most `JSONValue.byteLimit` bytes.
    ///
    /// Throws a fault that names the field and no value.
    package init(parsing bytes: [UInt8]) throws(JSONFault) {
        var fields = try JSONFields(JSONValue(parsing: bytes, from: "request"), at: "request")
        try fields.format()
        let ask = try fields.text("ask")
        switch ask {
        case "preview": self = .preview(try ProofWish(fields.fields("wish")))
        case "issue":
            self = .issue(
                try ProofWish(fields.fields("wish")), for: try fields.holder(),
                key: try fields.requestKey())
        case "proofs": self = .proofs(of: try fields.holder())
        case "cancel": self = try SigningRequest(cancelling: &fields)
        default:
            throw fields.fault(
                "ask", "doit être preview, issue, proofs ou cancel",
                "must be preview, issue, proofs or cancel")
        }
        try fields.finish()
    }

    private init(cancelling fields: inout JSONFields) throws(JSONFault) {
        let holder = try fields.holder()
        let reference = try fields.optionalReference("reference")
        switch (reference, try fields.optionalBool("all")) {
        case (let reference?, nil): self = .cancel(reference, of: holder)
        case (nil, true): self = .cancelAll(of: holder)
        case (nil, nil), (nil, false), (_?, _?):
            throw fields.fault(
                "reference", "donnez reference, ou all : true, et pas les deux",
                "give reference, or all: true, and not both")
        }
    }

    /// The name of what is asked, for a log.
    package var ask: String {
        switch self {
        case .preview: "preview"
        case .issue: "issue"
        case .proofs: "proofs"
        case .cancel, .cancelAll: "cancel"
        }
    }

    /// The object of the request.
    package var json: JSONValue {
        var fields: JSONObject = [
            "format": .string(SigningRequest.format), "ask": .string(ask),
        ]
        switch self {
        case .preview(let wish): fields["wish"] = wish.json
        case .issue(let wish, let holder, let key):
            fields["wish"] = wish.json
            fields["holder"] = .string(holder.text)
            fields["key"] = .string(key.text)
        case .proofs(let holder): fields["holder"] = .string(holder.text)
        case .cancel(let reference, let holder):
            fields["holder"] = .string(holder.text)
            fields["reference"] = .string(reference.description)
        case .cancelAll(let holder):
            fields["holder"] = .string(holder.text)
            fields["all"] = .bool(true)
        }
        return .object(fields)
    }
}
