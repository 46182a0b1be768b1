internal import Issuing
internal import JSONFields

/// The answer of a data API as served, or wrapped by the client that recorded it: `status`,
/// `params`, `body`.
struct RecordedExchange {
    /// Nil when the bare body was given.
    let status: Int64?
    /// The parameters of the call.
    let params: JSONValue?
    let body: JSONValue

    init(_ value: JSONValue, at place: String) throws(JSONFault) {
        guard case .object(let members) = value, let body = members["body"],
            members["status"] != nil
        else {
            (status, params, body) = (nil, nil, value)
            return
        }
        var fields = try JSONFields(value, at: place)
        status = try fields.integer("status")
        params = members["params"]
        self.body = body
    }

    /// Whether the body holds no facts, whatever it looks like.
    var isError: Bool { status.map { $0 != 200 } ?? false || error != nil }

    /// The body's own code for the error; nil when it gives none that is safe to repeat.
    var errorCode: String? { error.flatMap(Self.code) }

    private var error: JSONValue? {
        guard case .object(let members) = body else { return nil }
        if case .array(let errors) = members["errors"], let first = errors.first { return first }
        return [members["error"], members["erreur"]].compactMap { $0 }.first { $0 != .null }
    }

    /// Free text may name the person; a code does not.
    private static func code(_ error: JSONValue) -> String? {
        switch error {
        case .object(let members): return members["code"].flatMap(code)
        case .integer(let number): return String(number)
        case .string(let text):
            let isCode =
                (1...40).contains(text.utf8.count)
                && text.utf8.allSatisfy { byte in
                    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                        || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
                        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
                }
            return isCode ? text : nil
        case .null, .bool, .decimal, .array: return nil
        }
    }
}

extension RecordedExchange {
    /// API Particulier puts its answer under `data`, the others do not.
    var data: JSONValue {
        guard case .object(let members) = body, let data = members["data"] else { return body }
        return data
    }

    /// Who the call was about, where that was recorded and the body sends no person back.
    func personAskedFor(at place: String) throws(JSONFault) -> [HeldPerson] {
        guard let params, params != .null else { return [] }
        var fields = try JSONFields(params, at: "\(place): params")
        guard fields.has("nomNaissance") || fields.has("prenoms") || fields.has("prenom") else {
            return []
        }
        let listed = try fields.givenNames("prenoms")
        let single = try fields.filledText("prenom")
        return [
            HeldPerson(
                birthName: try fields.filledText("nomNaissance"),
                usageName: try fields.filledText("nomUsage"),
                givenNames: listed ?? single,
                birthDate: try fields.dateParts(
                    year: "anneeDateNaissance", month: "moisDateNaissance",
                    day: "jourDateNaissance"))
        ]
    }
}
