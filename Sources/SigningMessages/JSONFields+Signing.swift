internal import Explaining
internal import Issuing
internal import JSONFields
internal import Proofs

/// Fields that requests and answers have in common.
extension JSONFields {
    mutating func kind(_ name: String) throws(JSONFault) -> JustificatifKind {
        guard let kind = JustificatifKind(rawValue: try text(name)) else {
            let names = JustificatifKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw fault(name, "doit être l’un de \(names)", "must be one of \(names)")
        }
        return kind
    }

    mutating func optionalDay(_ name: String) throws(JSONFault) -> Day? {
        guard let text = try optionalText(name) else { return nil }
        guard let day = Day(text) else {
            throw fault(
                name, "doit être un jour qui existe, comme 2026-12-31",
                "must be a day that exists, such as 2026-12-31")
        }
        return day
    }

    mutating func day(_ name: String) throws(JSONFault) -> Day {
        guard let day = try optionalDay(name) else { throw missing(name) }
        return day
    }

    mutating func recipient(_ name: String) throws(JSONFault) -> Recipient? {
        guard let text = try optionalText(name) else { return nil }
        do throws(NameFault) { return try Recipient(normalising: text) } catch {
            throw fault(name, error.explanation.french, error.explanation.english)
        }
    }

    mutating func optionalReference(_ name: String) throws(JSONFault) -> Reference? {
        guard let text = try optionalText(name) else { return nil }
        do throws(ReferenceFault) { return try Reference(text: text) } catch {
            throw fault(name, error.explanation.french, error.explanation.english)
        }
    }

    mutating func reference(_ name: String) throws(JSONFault) -> Reference {
        guard let reference = try optionalReference(name) else { throw missing(name) }
        return reference
    }

    mutating func holder() throws(JSONFault) -> Holder {
        guard let holder = Holder(try text("holder")) else {
            throw fault(
                "holder", "doit avoir 1 à 255 caractères ASCII visibles",
                "must be 1 to 255 visible ASCII characters")
        }
        return holder
    }

    mutating func requestKey() throws(JSONFault) -> RequestKey {
        guard let key = RequestKey(try text("key")) else {
            throw fault(
                "key", "doit avoir 22 à 64 signes parmi A-Z a-z 0-9 - _",
                "must be 22 to 64 of A-Z a-z 0-9 - _")
        }
        return key
    }

    mutating func wording(_ name: String) throws(JSONFault) -> Wording {
        var fields = try fields(name)
        let wording = Wording(try fields.text("fr"), try fields.text("en"))
        try fields.finish()
        return wording
    }

    /// Throws unless the object says that it is of this exchange.
    mutating func format() throws(JSONFault) {
        guard try text("format") == SigningRequest.format else {
            throw fault(
                "format", "doit être \(SigningRequest.format)",
                "must be \(SigningRequest.format)")
        }
    }
}

extension Wording {
    var json: JSONValue { .object(["fr": .string(french), "en": .string(english)]) }
}
